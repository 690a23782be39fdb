import { explainSteps, ruleSetOfVersion } from '@/domain/deadlines';
import type { BeginPreview, ClosePreview, MailCounts, PresentPreview, RefusedTicket } from '@/server/queries/preview-work';
import { daysBetween, formatDay } from '@/shared/calendar-date';
import type { BulkLine, BulkPreview } from '@/ui/table/bulk-state';

const counted = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

function refusedLines(refused: readonly RefusedTicket[]): BulkLine[] {
  return refused.map((r) => ({ label: r.number, href: `/tickets/${r.ticketId}`, done: false, text: r.reason }));
}

function mailWords(mails: MailCounts): string {
  return `${mails.staffMails} to staff at ${counted(mails.plans, 'plan')}, ${mails.contactMails} to ${mails.contactMails === 1 ? 'the provider contact' : 'provider contacts'}`;
}

const readyFields = (ready: readonly { ticketId: string; eventCount: number }[]) => ready.map((t) => `${t.ticketId}.${t.eventCount}`);

/** The dates that will follow from presenting today, who is told, and that it cannot be undone (R5, R8, D3). */
export function presentPreviewOf(preview: PresentPreview): BulkPreview {
  const { today, due, ready, goesTo, mails } = preview;
  const act = `Present ${counted(ready.length, 'ticket')}`;
  const dayWords = due === null ? '' : daysBetween(today, due.due) === 30 ? ', day 30 (R8)' : ', moved on from day 30 (R8)';
  return {
    title: ready.length === 0 ? 'Nothing can be presented now' : `${act}: what will happen`,
    facts: [
      { label: 'Presented', lead: formatDay(today), text: ', today (day 0)' },
      due === null ? { label: 'Answers due', text: 'The holiday table does not reach that far.' } : { label: 'Answers due', lead: formatDay(due.due), text: dayWords },
      ...(due === null ? [] : [{ label: 'Why', text: explainSteps(due, ruleSetOfVersion(due.ruleSetVersion)) }]),
      { label: 'Goes to', text: goesTo.map((g) => `${g.planShortName} ${g.tickets}`).join(', ') },
      { label: 'E-mails', text: mailWords(mails) },
      { label: 'Then', text: ready.length === 1 ? 'The plan’s clock runs. This cannot be undone.' : 'The plans’ clocks run. This cannot be undone.' },
    ],
    refused: refusedLines(preview.refused),
    ready: readyFields(ready),
    ...(due !== null && { shownDueOn: due.due }),
    act: ready.length === 0 ? null : { intent: 'do-present', label: act },
  };
}

/** Which tickets HFS will review, what it will not have, and who is told (R16, R17). */
export function beginPreviewOf(preview: BeginPreview): BulkPreview {
  const { ready, mails, aim, incomplete } = preview;
  const act = `Place ${counted(ready.length, 'ticket')} in review`;
  return {
    title: ready.length === 0 ? 'Nothing can be placed in review now' : `${act}: what will happen`,
    facts: [
      ...(aim === null ? [] : [{ label: 'HFS aims to decide by', lead: formatDay(aim.due), text: ', day 30 (R17)' }]),
      { label: 'Information', text: incomplete === 0 ? 'Both sides have delivered on each.' : `On ${counted(incomplete, 'ticket')} a side did not deliver by its date. It still can, marked late.` },
      { label: 'E-mails', text: `${mailWords(mails)}, and the Account Managers` },
    ],
    refused: refusedLines(preview.refused),
    ready: readyFields(ready),
    act: ready.length === 0 ? null : { intent: 'do-begin', label: act },
  };
}

/** Which tickets will be closed and why, and who is told (R14, R15). */
export function closePreviewOf(preview: ClosePreview): BulkPreview {
  const { ready, mails } = preview;
  const act = `Close ${counted(ready.length, 'ticket')}`;
  const notContested = ready.filter((t) => t.action === 'closeNotContested').length;
  const reasons = [
    ...(notContested > 0 ? [`${notContested} not contested within 5 business days (R14)`] : []),
    ...(ready.length > notContested ? [`${ready.length - notContested} without a request for review (R15)`] : []),
  ];
  return {
    title: ready.length === 0 ? 'Nothing can be closed now' : `${act}: what will happen`,
    facts: [
      { label: 'Reason', text: reasons.join(', ') },
      { label: 'E-mails', text: mailWords(mails) },
      { label: 'Then', text: 'The provider’s right to disagree here is over. This cannot be undone.' },
    ],
    refused: refusedLines(preview.refused),
    ready: readyFields(ready),
    act: ready.length === 0 ? null : { intent: 'do-close', label: act },
  };
}
