import type { PersonActor } from '@/domain/access/actor';
import type { Fine, FineStatus } from '@/domain/fines/fine';
import type { TicketPage } from '@/server/queries/get-ticket-page';
import { ButtonLink } from '@/ui/button';
import { CivilDate } from '@/ui/civil-date';
import { Facts } from '@/ui/facts';
import { Money } from '@/ui/money';
import { Panel, PanelBody, PanelHead } from '@/ui/panel';
import { Section } from '@/ui/section';
import { StatusTag, type TagTone } from '@/ui/status-tag';

const LOOKS: Record<FineStatus, { label: string; tone: TagTone }> = {
  proposed: { label: 'Proposed', tone: 'soon' },
  issued: { label: 'Issued', tone: 'late' },
  waived: { label: 'Waived', tone: 'neutral' },
  void: { label: 'Void', tone: 'neutral' },
  rescinded: { label: 'Rescinded', tone: 'neutral' },
};

function factsOf(fine: Fine, isPlan: boolean) {
  return [
    { label: 'Answer was due', value: <CivilDate date={fine.dueOn} /> },
    ...(isPlan ? [] : [{ label: 'Proposed', value: <CivilDate date={fine.proposedOn} /> }]),
    ...(fine.issuedOn === null ? [] : [{ label: 'Issued', value: <CivilDate date={fine.issuedOn} />, note: fine.quarter === null ? undefined : `counts in ${fine.quarter}` }]),
    ...(fine.decidedOn === null || fine.status === 'issued' ? [] : [{ label: LOOKS[fine.status].label, value: <CivilDate date={fine.decidedOn} />, note: fine.reason }]),
  ];
}

/** The ticket's fines as far as the reader may know them: a plan never learns of a proposal. */
export function FinesSection({ page, actor }: { page: TicketPage; actor: PersonActor }) {
  if (page.fines.length === 0) return null;
  const hasDesk = actor.role === 'account_manager' || actor.role === 'administration';
  return (
    <Section id="fines" title={page.fines.length === 1 ? 'Fine' : 'Fines'}>
      <div className="grid gap-4">
        {page.fines.map((fine) => (
          <Panel key={fine.id}>
            <PanelHead>
              <p className="flex flex-wrap items-center gap-3">
                <b>
                  <Money cents={fine.amountCents} />
                </b>
                <StatusTag tone={LOOKS[fine.status].tone}>{LOOKS[fine.status].label}</StatusTag>
              </p>
              {hasDesk && (
                <ButtonLink variant="secondary" size="small" href={`/fines?ticket=${page.ticketId}`}>
                  Evidence and decision
                </ButtonLink>
              )}
            </PanelHead>
            <PanelBody>
              <Facts className="sm:grid-cols-3" facts={factsOf(fine, actor.role === 'mco')} />
            </PanelBody>
          </Panel>
        ))}
      </div>
    </Section>
  );
}
