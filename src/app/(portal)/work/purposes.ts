/** The purposes that the keys of this page's small forms are bound to. */
export function settlePurpose(reportId: string): string {
  return `settle-no-number:${reportId}`;
}

export function resendPurpose(messageId: string): string {
  return `resend-message:${messageId}`;
}

export const setAsidePurpose = (ticketId: string): string => `set-aside-alert:${ticketId}`;
export const addressPurpose = (messageId: string): string => `correct-address:${messageId}`;
export const callPurpose = (messageId: string): string => `note-call:${messageId}`;
