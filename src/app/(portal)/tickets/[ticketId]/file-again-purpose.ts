/** The purpose that the key of *File again* is bound to (D17). */
export function fileAgainPurpose(ticketId: string): string {
  return `fileAgain:${ticketId}`;
}
