/** Carries the path of the page that is asked for, so that sign-in can lead back to it; a sender's own is overwritten. */
export const PATH_HEADER = 'x-portal-path';
