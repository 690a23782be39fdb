import { addHours } from '@/shared/add-hours';
import { chicagoDay, formatChicagoTime } from '@/shared/chicago';
import { formatDay } from '@/shared/calendar-date';
import type { FineCheck, FineEvidence } from '@/server/queries/fine-evidence';
import { AppLink } from '@/ui/app-link';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { CivilDate } from '@/ui/civil-date';
import { FactRows } from '@/ui/facts';
import { Icon } from '@/ui/icon';
import { Money } from '@/ui/money';
import { Notice } from '@/ui/notice';
import { PanelBody } from '@/ui/panel';
import { SidePanel } from '@/ui/side-panel';
import { WhyThisDate } from '@/ui/ticket/why-this-date';
import { Decision, DecidedFine } from './decision';
import { ObjectionPart } from './objection-part';

type EvidenceProps = { evidence: FineEvidence; following: string | null; today: FineEvidence['fine']['dueOn']; keyOf: (purpose: string) => string };

/** What HFS looks at before it decides a fine, and the decision under it. */
export function Evidence({ evidence, following, today, keyOf }: EvidenceProps) {
  const { number, planName, provider, trackingNumber, fine, clock } = evidence;
  return (
    <SidePanel
      id="evidence"
      title={`${number} · ${planName}`}
      lead={`${provider} · plan’s number ${trackingNumber}`}
      note={
        <span className="text-h3 font-bold text-navy">
          <Money cents={fine.amountCents} />
        </span>
      }
    >
      <PanelBody>
        <h3 className="text-base font-bold">Evidence</h3>
        <FactRows
          className="mt-1"
          facts={[
            { label: 'Presented', ...presentedFact(evidence) },
            { label: 'Answer due', value: <b><CivilDate date={fine.dueOn} /></b>, note: clock && <WhyThisDate reason={clock} today={today} form="line" /> },
            { label: 'Answer', ...answerFact(evidence) },
            { label: 'Extension', value: EXTENSIONS[evidence.extension] },
            { label: 'Alert to HFS', ...alertFact(evidence) },
          ]}
        />
        {clock?.restsOnUnconfirmed && (
          <Notice tone="warn" title="This date rests on an unconfirmed holiday (D15)" className="mt-4">
            Had that day been a working day, the answer would have been due earlier. Confirm the holiday before you rely on it.
          </Notice>
        )}
        <ul className="grid sm:grid-cols-2 gap-x-6 gap-y-1 mt-4" aria-label="Checks">
          {evidence.checks.map((check) => (
            <CheckLine key={check.label} check={check} />
          ))}
        </ul>
        <p className="mt-4">
          <AppLink href={`/tickets/${evidence.ticketId}`}>Open the ticket</AppLink>
        </p>
      </PanelBody>
      {evidence.objection !== null && <ObjectionPart evidence={evidence} objection={evidence.objection} keyOf={keyOf} />}
      {fine.status === 'proposed' ? <Decision evidence={evidence} following={following} today={today} keyOf={keyOf} /> : <DecidedFine evidence={evidence} keyOf={keyOf} />}
    </SidePanel>
  );
}

function presentedFact({ presented, firstSeen }: FineEvidence) {
  const seen = firstSeen === null ? 'nobody at the plan has opened it' : `first opened by the plan ${hourWords(firstSeen.hour)} (${firstSeen.by})`;
  if (presented === null) return { value: 'Not on record', note: seen };
  return { value: <ChicagoInstant at={presented.at} />, note: `by ${presented.by}, ${presented.organization} · ${seen}` };
}

/** Views are kept by the hour. */
function hourWords(hour: Date): string {
  return `${formatDay(chicagoDay(hour))}, between ${formatChicagoTime(hour)} and ${formatChicagoTime(addHours(hour, 1))}`;
}

function answerFact({ answer, now }: FineEvidence) {
  if (answer === null)
    return {
      value: 'None on or before the due date, none since',
      note: (
        <>
          Checked <ChicagoInstant at={now} />
        </>
      ),
    };
  return {
    value: (
      <>
        <CivilDate date={answer.on} />
        {answer.late ? ', late' : ''}
      </>
    ),
    note: answer.late ? 'None on or before the due date (D10: a late answer is taken, and the proposal stays)' : undefined,
  };
}

const EXTENSIONS: Record<FineEvidence['extension'], string> = {
  none: 'Never requested',
  pending: 'Requested and undecided (D8)',
  approved: 'Approved: the date above is the extended one (R11)',
  denied: 'Requested and denied',
  moot: 'Requested; the plan’s answer was no longer awaited before HFS decided (D8)',
};

function alertFact({ alert }: FineEvidence) {
  if (alert === null) return { value: 'None on record (R19)' };
  return {
    value: (
      <>
        <CivilDate date={alert.on} /> (R19)
      </>
    ),
    note: `“${alert.what}” ${alert.by}`,
  };
}

function CheckLine({ check }: { check: FineCheck }) {
  return (
    <li className="flex gap-2">
      <Icon name={check.passed ? 'check' : 'circle-alert'} className={check.passed ? 'text-done mt-0.5' : 'text-late mt-0.5'} />
      <span className={check.passed ? undefined : 'text-late font-semibold'}>{check.passed ? check.label : check.detail}</span>
    </li>
  );
}
