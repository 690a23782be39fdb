import { NOBODY } from '@/app/lists/ticket-filters';
import type { AlertPreview, AssignPreview } from '@/server/queries/preview-staff';
import type { RefusedTicket } from '@/server/queries/preview-work';
import type { BulkLine, BulkPreview } from '@/ui/table/bulk-state';

const tickets = (n: number) => `${n} ${n === 1 ? 'ticket' : 'tickets'}`;

function refusedLines(refused: readonly RefusedTicket[]): BulkLine[] {
  return refused.map((r) => ({ label: r.number, href: `/tickets/${r.ticketId}`, done: false, text: r.reason }));
}

const readyFields = (ready: AssignPreview['ready']) => ready.map((t) => `${t.ticketId}.${t.eventCount}`);

/** Who will have which tickets, and from whom they come. */
export function assignPreviewOf(preview: AssignPreview): BulkPreview {
  const { ready, refused, assignee, isMe, already, from } = preview;
  const to = assignee === null ? 'nobody' : isMe ? 'you' : assignee.name;
  const act = assignee === null ? `Take ${tickets(ready.length)} from everybody` : `Assign ${tickets(ready.length)} to ${to}`;
  return {
    title: ready.length === 0 ? 'Nothing can be assigned now' : `${act}: what will happen`,
    facts: [
      { label: 'Assigned to', lead: assignee?.name ?? 'Nobody' },
      ...(from.length === 0 ? [] : [{ label: 'Until now', text: from.map((f) => `${f.name ?? 'nobody'} ${f.tickets}`).join(', ') }]),
      ...(already === 0 ? [] : [{ label: 'Unchanged', text: `${tickets(already)} assigned so already` }]),
      { label: 'E-mails', text: assignee === null || isMe ? 'None.' : `${assignee.name} is told of each ticket.` },
    ],
    refused: refusedLines(refused),
    ready: readyFields(ready),
    hidden: { assigneeId: assignee?.personId ?? NOBODY },
    act: ready.length === 0 ? null : { intent: 'do-assign', label: act },
  };
}

/** R19: who is told, of which plans’ tickets, in the same words for each. */
export function alertPreviewOf(preview: AlertPreview): BulkPreview {
  const { ready, refused, plans, again } = preview;
  const act = `Alert HFS to ${tickets(ready.length)}`;
  return {
    title: ready.length === 0 ? 'HFS cannot be alerted to these now' : `${act}: what will happen`,
    facts: [
      { label: 'Goes to', text: `the Account Managers of ${plans.map((p) => `${p.planShortName} (${p.tickets})`).join(', ')}, and HFS Administration (R19)` },
      ...(again === 0 ? [] : [{ label: 'Again', text: `HFS was alerted to ${tickets(again)} of these before.` }]),
    ],
    refused: refusedLines(refused),
    ready: readyFields(ready),
    note: { name: 'what', label: 'What happened', hint: 'The same words stand on each ticket. The Account Manager and HFS Administration read them there; their e-mail does not hold them.', maxCharacters: 2000 },
    act: ready.length === 0 ? null : { intent: 'do-alert', label: act },
  };
}
