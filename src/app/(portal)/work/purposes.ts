/** The purposes that the keys of this page's small forms are bound to. */
export function settlePurpose(reportId: string): string {
  return `settle-no-number:${reportId}`;
}

export function resendPurpose(messageId: string): string {
  return `resend-message:${messageId}`;
}
