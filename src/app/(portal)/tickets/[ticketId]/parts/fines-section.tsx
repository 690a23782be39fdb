import type { PersonActor } from '@/domain/access/actor';
import type { Fine, FineStatus } from '@/domain/fines/fine';
import { quarterName } from '@/domain/fines/quarter-name';
import type { TicketPage } from '@/server/queries/get-ticket-page';
import { ButtonLink } from '@/ui/button';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { CivilDate } from '@/ui/civil-date';
import { Facts } from '@/ui/facts';
import { Money } from '@/ui/money';
import { Panel, PanelBody, PanelHead } from '@/ui/panel';
import { Section } from '@/ui/section';
import { StatusTag, type TagTone } from '@/ui/status-tag';
import { fineHref } from '../../../fines/fine-addresses';
import { Typed } from './plan-answer';
import { isOpenTo } from './ticket-words';

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
    ...(fine.issuedOn === null ? [] : [{ label: 'Issued', value: <CivilDate date={fine.issuedOn} />, note: fine.quarter === null ? undefined : `counts for ${quarterName(fine.quarter)}` }]),
    ...(fine.decidedOn === null || fine.status === 'issued' ? [] : [{ label: LOOKS[fine.status].label, value: <CivilDate date={fine.decidedOn} />, note: fine.reason }]),
  ];
}

/** D11: what the plan said against its fine and what HFS decided; or its way to object. */
function Objection({ page, fineId, own }: { page: TicketPage; fineId: string; own: boolean }) {
  const objection = page.requests.objections.find((o) => o.fineId === fineId);
  if (objection === undefined)
    return own && isOpenTo(page, 'objectToFine') ? (
      <p className="mt-4 print:hidden">
        <ButtonLink variant="secondary" size="small" href={`/tickets/${page.ticketId}/objection`}>
          Object to the fine
        </ButtonLink>
      </p>
    ) : null;
  const { decision } = objection;
  return (
    <div className="mt-4 border-t border-line pt-4 grid gap-3">
      <div>
        <p className="flex flex-wrap items-baseline justify-between gap-x-6">
          <b>{own ? 'Your objection' : 'The plan’s objection'}</b>
          <span className="text-ink-soft">
            <ChicagoInstant at={objection.at} /> · {objection.by}
          </span>
        </p>
        <Typed className="">{objection.why}</Typed>
      </div>
      {decision === null ? (
        <p className="text-ink-soft">HFS has not decided it yet. The fine stands.</p>
      ) : (
        <div>
          <p className="flex flex-wrap items-baseline justify-between gap-x-6">
            <b>{decision.upheld ? 'HFS decided: the fine stays' : 'HFS granted it: the fine is rescinded'}</b>
            <span className="text-ink-soft">
              <ChicagoInstant at={decision.at} /> · {decision.by}
            </span>
          </p>
          <Typed className="">{decision.reason}</Typed>
        </div>
      )}
    </div>
  );
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
              {hasDesk && fine.status !== 'void' && (
                <ButtonLink variant="secondary" size="small" href={fineHref(page.ticketId)}>
                  Evidence and decision
                </ButtonLink>
              )}
            </PanelHead>
            <PanelBody>
              <Facts className="sm:grid-cols-3" facts={factsOf(fine, actor.role === 'mco')} />
              <Objection page={page} fineId={fine.id} own={actor.role === 'mco'} />
            </PanelBody>
          </Panel>
        ))}
      </div>
    </Section>
  );
}
