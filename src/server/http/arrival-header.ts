/** Carries the instant at which a request reached the server, stamped before anything was parsed; a sender's own is overwritten. */
export const ARRIVAL_HEADER = 'x-portal-arrived-at';
