import type { PersonActor } from '@/domain/access/actor';
import type { TicketPage } from '@/server/queries/get-ticket-page';
import { AppLink } from '@/ui/app-link';
import { CivilDate } from '@/ui/civil-date';
import { SideSection } from '@/ui/columns';
import { Facts, type Fact } from '@/ui/facts';
import { AllDates } from '@/ui/ticket/all-dates';
import { GROUNDS_WORDS } from './ticket-words';

export function DatesSection({ page, first }: { page: TicketPage; first?: boolean }) {
  if (page.dates.length === 0) return null;
  return (
    <SideSection id="dates" title="All dates" first={first}>
      <AllDates clocks={page.dates} today={page.today} />
    </SideSection>
  );
}

function refilingFacts({ facts, refiles }: TicketPage): Fact[] {
  if (refiles === null) return [];
  return [
    { label: 'Files again', value: <AppLink href={`/tickets/${refiles.ticketId}`}>{refiles.number}</AppLink>, note: facts.firstReceivedOn === facts.receivedOn ? undefined : <>Judged by <CivilDate date={facts.firstReceivedOn} />, the day of the first filing (D17).</> },
  ];
}

/** What the ticket is, in the side column. */
export function AboutSection({ page, actor }: { page: TicketPage; actor: PersonActor }) {
  const { facts } = page;
  const own = actor.role === 'provider';
  const common: Fact[] = [
    { label: own ? 'For whom' : 'Provider', value: facts.providerName, note: facts.facilityName },
    ...(facts.filedBy === null ? [] : [{ label: 'Filed by', value: facts.filedBy, note: 'billing agent' }]),
    ...(facts.npi === null ? [] : [{ label: 'NPI', value: facts.npi }]),
  ];
  const ownFacts: Fact[] = [
    { label: 'Issue', value: facts.issueType },
    { label: 'Program', value: facts.program },
    { label: 'Why you filed', value: GROUNDS_WORDS[facts.grounds] },
    { label: 'The plan received the dispute', value: <CivilDate date={facts.receivedByMcoOn} /> },
    ...(page.contactChange === null ? [{ label: 'Your contact person', value: facts.contact.name, note: facts.isContact ? 'This is you.' : 'Only this person accepts, confirms and withdraws (R7).' }] : []),
  ];
  const staffFacts: Fact[] = [
    { label: 'Plan', value: facts.planName },
    { label: 'Filed', value: <CivilDate date={facts.receivedOn} /> },
  ];
  return (
    <SideSection title="About this ticket">
      <Facts facts={[...(own ? ownFacts : []), ...common, ...(own ? [] : staffFacts), ...refilingFacts(page)]} />
    </SideSection>
  );
}
