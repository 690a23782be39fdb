import type { ClockMove } from '@/server/sandbox/clock-move';

function counted(n: number, one: string, many: string): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;
}

/** What happened while the clock moved, in the order in which it matters; what did not happen is left out. */
export function happenedWords(move: ClockMove): string[] {
  const all: [number, string][] = [
    [move.overdue, counted(move.overdue, 'ticket became overdue', 'tickets became overdue')],
    [move.finesProposed, counted(move.finesProposed, 'fine was proposed', 'fines were proposed')],
    [move.lapsed, counted(move.lapsed, 'window lapsed unused', 'windows lapsed unused')],
    [move.mailsAccepted, counted(move.mailsAccepted, 'e-mail was delivered', 'e-mails were delivered')],
    [move.mailsFailed, counted(move.mailsFailed, 'e-mail could not be delivered', 'e-mails could not be delivered')],
    [move.mailsWaiting, counted(move.mailsWaiting, 'e-mail still waits for the mail server', 'e-mails still wait for the mail server')],
  ];
  return all.filter(([n]) => n > 0).map(([, words]) => words);
}
