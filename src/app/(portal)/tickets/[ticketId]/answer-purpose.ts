/** The purpose that the key of a form of the plan's answer draft is bound to. */
export function answerPurpose(ticketId: string): string {
  return `answer:${ticketId}`;
}
