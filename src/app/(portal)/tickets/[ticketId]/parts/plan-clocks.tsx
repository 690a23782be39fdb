import type { ReactNode } from 'react';
import { isPast, type RuleId } from '@/domain/deadlines';
import type { DateView, TicketPage } from '@/server/queries/get-ticket-page';
import { AppLink } from '@/ui/app-link';
import { CivilDate } from '@/ui/civil-date';
import { Money } from '@/ui/money';
import { EndedLine } from '@/ui/ticket/all-dates';
import type { ClockCell } from '@/ui/ticket/clock-cells';
import { DueBadge } from '@/ui/ticket/due-badge';
import { isOpenTo } from './ticket-words';

// The dates stand newest first.
const dateOf = (page: TicketPage, ruleId: RuleId): DateView | undefined => page.dates.find((d) => d.reason.ruleId === ruleId);

const Soft = ({ children }: { children: ReactNode }) => <span className="text-ink-soft">{children}</span>;

function ActLink({ page, path, children }: { page: TicketPage; path: string; children: string }) {
  return (
    <AppLink className="inline-flex items-center min-h-11 font-semibold print:hidden" href={`/tickets/${page.ticketId}/${path}`}>
      {children}
    </AppLink>
  );
}

/** R9: until when the plan can ask, and whether it did. */
function askCell(page: TicketPage): ClockCell[] {
  const window = dateOf(page, 'information-request');
  if (window === undefined) return [];
  const note = isOpenTo(page, 'requestInformation') ? <ActLink page={page} path="information">{window.ended === null ? 'Ask for information' : 'Ask once more'}</ActLink> : <EndedLine clock={window} />;
  return [{ label: 'Ask the provider for information', value: <>by <CivilDate date={window.due} /></>, note }];
}

/** R10: by when the provider's information is due, and when it came. */
function answerCell(page: TicketPage): ClockCell[] {
  const answer = dateOf(page, 'information-answer');
  if (answer === undefined) return [];
  const isOpen = answer.ended === null;
  return [{ label: 'Provider’s information', value: isOpen ? <DueBadge due={answer.due} today={page.today} /> : <>by <CivilDate date={answer.due} /></>, note: isOpen ? <Soft>asked for</Soft> : <EndedLine clock={answer} /> }];
}

/** R11: until when an extension can be asked for, and what came of it. */
function extensionCell(page: TicketPage): ClockCell[] {
  const window = dateOf(page, 'extension-request');
  if (window === undefined) return [];
  const { extensionTarget, extensions } = page.requests;
  const decision = extensions[0]?.decision ?? null;
  const by = <>by <CivilDate date={window.due} /></>;
  if (extensionTarget !== null) return [{ label: 'Extension asked for', value: 'HFS has not decided it', note: <Soft>{isPast(page.today, extensionTarget.due) ? 'it aimed to by' : 'it aims to by'} <CivilDate date={extensionTarget.due} format="weekday" /></Soft> }];
  if (decision?.approved) return [{ label: 'Extension', value: 'Approved by HFS', note: <Soft>answer due <CivilDate date={decision.dueOn} format="weekday" /></Soft> }];
  if (isOpenTo(page, 'requestExtension')) return [{ label: decision === null ? 'Request an extension' : 'Extension denied, ask again', value: by, note: <ActLink page={page} path="extension">Ask for an extension</ActLink> }];
  return [{ label: decision === null ? 'Request an extension' : 'Extension', value: decision === null ? by : 'Denied by HFS', note: <Soft>This time has ended</Soft> }];
}

/** R20, D8: what a missed answer may cost, and that nothing is proposed while HFS decides an extension. */
function riskCell(page: TicketPage): ClockCell[] {
  const { risk, answer, requests } = page;
  if (risk === null || answer !== null) return [];
  const label = risk.hasBegun ? 'No answer arrived in time' : 'If no answer arrives in time';
  if (risk.hasBegun && requests.extensionTarget !== null) return [{ label, value: 'No fine while HFS decides', note: <Soft>the extension (D8)</Soft> }];
  return [{ label, value: <><Money cents={risk.amountCents} /> fine may be issued</>, note: <Soft>{risk.hasBegun ? 'since' : 'from'} <CivilDate date={risk.from} format="weekday" /> (R20)</Soft> }];
}

/** The plan's other clocks under its own, as long as its answer is awaited. */
export function planClocks(page: TicketPage): ClockCell[] {
  return [...askCell(page), ...answerCell(page), ...extensionCell(page), ...riskCell(page)];
}
