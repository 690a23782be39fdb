/** The name of the form over a list of tickets, to which its key is bound. */
export const PICKED = 'picked';
