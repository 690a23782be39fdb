import { Notice } from '@/ui/notice';

const DONE: Record<string, string> = {
  accepted: 'You accepted the answer. The ticket is closed; the plan and the Portal Team are told by e-mail.',
  contested: 'Your disagreement is recorded. The plan and the Portal Team are told by e-mail.',
  'review-requested': 'Your request for a review is recorded. The plan, the Portal Team and HFS are told by e-mail.',
  resolved: 'The ticket is closed as resolved. Everyone involved is told by e-mail.',
  withdrawn: 'The ticket is withdrawn and closed. Everyone involved is told by e-mail.',
  answered: 'Your written answer is sent. The provider’s contact is told by e-mail.',
  'review-begun': 'The ticket is in Administrative Review. Both sides and the Account Manager are told by e-mail.',
  delivered: 'HFS has your information. The other side and HFS are told by e-mail.',
  'question-answered': 'HFS has your answer. Whoever asked is told by e-mail.',
  'party-asked': 'Your question is sent. Whom you asked is told by e-mail.',
  recommended: 'Your recommendation is with the Portal Team, which is told by e-mail.',
  referred: 'The review is referred. The expert is told by e-mail.',
  reassigned: 'The review is reassigned. The new reviewer is told by e-mail.',
  shared: 'The decision is shared and final. Both sides are told by e-mail, and the ticket is closed.',
  'decision-returned': 'The decision is returned. Whoever gave it is told by e-mail.',
  presented: 'The ticket is presented. The plan and the provider’s contact are told by e-mail.',
  returned: 'The ticket is returned as closed. The provider’s contact is told by e-mail.',
  corrected: 'The correction is recorded. Whom it concerns is told by e-mail.',
  closed: 'The ticket is closed. Both sides are told by e-mail.',
  alerted: 'HFS is alerted. The Account Manager and Administration are told by e-mail.',
  assigned: 'The assignment is recorded.',
  transferred: 'The ticket went to the other plan and is yours to present. Both plans and the provider’s contact are told by e-mail.',
  reopened: 'The ticket is open again. Both sides are told by e-mail.',
  sent: 'Your message is sent. Whom it is for is told by e-mail, without its words.',
  noted: 'Your note is kept. Only the State reads it.',
  asked: 'Your question is sent. The plan is told by e-mail.',
  'answered-team': 'Your answer is sent to the Portal Team.',
  'information-asked': 'Your request is sent. The provider’s contact is told by e-mail.',
  'information-sent': 'Your information is sent to the plan. It is told by e-mail.',
  'extension-asked': 'HFS has your request for an extension. HFS and the other side are told by e-mail.',
  'extension-decided': 'The decision is recorded. Both sides are told by e-mail.',
  'contact-changed': 'The contact is changed. Whom it concerns is told by e-mail.',
  'direct-contact-corrected': 'The contact of your answer is corrected. The provider’s contact is told by e-mail.',
  'contact-logged': 'The contact is logged. Your plan and the State can read it.',
  objected: 'HFS has your objection. You are told by e-mail what it decides.',
  resent: 'The message is on its way again.',
};
export type Done = keyof typeof DONE;

/** What an act has just brought about; the address names the act alone. */
export function DoneNotice({ done, className }: { done: string | undefined; className?: string }) {
  const words = done !== undefined && Object.hasOwn(DONE, done) ? DONE[done] : undefined;
  if (words === undefined) return null;
  return (
    <Notice tone="success" announce className={className}>
      {words}
    </Notice>
  );
}
