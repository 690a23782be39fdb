/** What the forms about requests are bound to by their keys. */
export const ASK_PURPOSE = 'plan-request';

export const answerPurpose = (requestId: string): string => `answer-request:${requestId}`;
export const withdrawPurpose = (requestId: string): string => `withdraw-request:${requestId}`;
