import type { ReactNode } from 'react';
import { checkLines, isReady } from '@/domain/tickets/check-draft';
import type { ComplaintDraft } from '@/domain/tickets/complaint-draft';
import { issueTypeName, planName, programName } from '@/domain/tickets/reference';
import { kindFacts } from '@/domain/tickets/files';
import type { DraftView } from '@/server/queries/get-draft';
import type { FileRow } from '@/server/queries/get-waiting-files';
import { parseCalendarDate } from '@/shared/calendar-date';
import { AppLink } from '@/ui/app-link';
import { CivilDate } from '@/ui/civil-date';
import { FactRows, type Fact } from '@/ui/facts';
import { Section } from '@/ui/section';
import { FileList, type FileView } from '@/ui/ticket/file-list';
import { fieldId } from '@/ui/forms/field-id';
import { ReadyLines } from '../claims/ready-lines';
import { typedDateParts } from '../../eligibility-fields';
import { stepHref, type WizardStep } from '../../steps';

type FactRow = Fact & { action?: ReactNode };

const GROUNDS: Record<string, string> = { disagrees: 'We disagree with the plan’s answer', no_timely_response: 'The plan did not answer in time' };
const NOTHING = <span className="text-ink-soft">Not filled in</span>;

/** Every answer with the way back to where it is asked. */
export function Answers({ view, files }: { view: DraftView; files: readonly FileRow[] }) {
  const { draft, facts, id } = view;
  const received = parseCalendarDate(draft.receivedByMcoOn);
  const row = (label: string, value: ReactNode, step: WizardStep, field: string): FactRow => ({
    label,
    value: value === '' || value === undefined || value === null ? NOTHING : value,
    action: <ChangeLink href={`${stepHref(id, step)}#${fieldId(field)}`} what={label} />,
  });
  return (
    <>
      <Section id="answers-dates" title="Dates">
        <FactRows facts={[row('The plan received it', received.ok ? <CivilDate date={received.value} /> : typedDate(draft.receivedByMcoOn), 'eligibility', 'receivedByMcoOn')]} />
      </Section>
      <Section id="answers-dispute" title="The dispute">
        <FactRows facts={disputeRows(draft, view, row)} />
      </Section>
      <Section id="answers-claims" title="Claims" aside={<ChangeLink href={stepHref(id, 'claims')} what="Claims" />}>
        <Claims view={view} />
      </Section>
      <Section id="answers-files" title="Files" aside={<ChangeLink href={stepHref(id, 'files')} what="Files" />}>
        {files.length === 0 ? <p>No files are added.</p> : <FileList files={files.map(waitingView)} label="Files" />}
      </Section>
      <Section id="answers-contact" title="Contact">
        <FactRows
          facts={[
            row('Contact person', facts.people.find((p) => p.id === draft.contactId)?.name, 'contact', 'contactId'),
            row('Phone', draft.contactPhone.trim(), 'contact', 'contactPhone'),
          ]}
        />
      </Section>
    </>
  );
}

function waitingView({ id, name, kind, bytes, state, fault }: FileRow): FileView {
  const { name: kindName, isViewable } = kindFacts(kind);
  return { id, name, kindName, bytes, state, isDamaged: fault !== null, href: `/files/${id}`, viewHref: isViewable ? `/files/${id}?view` : null };
}

/** A date that is none, as it was typed. */
function typedDate(text: string): string {
  const { month, day, year } = typedDateParts(text);
  return [month, day, year].filter((part) => part !== '').join('/');
}

function disputeRows(draft: ComplaintDraft, { facts }: DraftView, row: (label: string, value: ReactNode, step: WizardStep, field: string) => FactRow): FactRow[] {
  const { reference, organizations } = facts;
  const organization = organizations.find((o) => o.id === draft.organizationId);
  const facility = organization?.facilities.find((f) => f.id === draft.facilityId);
  return [
    row('Health plan', draft.planCode && planName(reference, draft.planCode), 'dispute', 'planCode'),
    row('Program', draft.programCode && programName(reference, draft.programCode), 'dispute', 'programCode'),
    row('Its tracking number', draft.trackingNumber.trim(), 'dispute', 'trackingNumber'),
    row('Why you are filing', GROUNDS[draft.grounds], 'dispute', 'grounds'),
    organizations.length > 1 ? row('Client', organization?.name, 'dispute', 'organizationId') : { label: 'For', value: organization?.name ?? NOTHING },
    ...((organization?.facilities.length ?? 0) > 1 ? [row('Facility', facility?.name ?? (draft.facilityId === '' ? '' : 'The whole organization'), 'dispute', 'facilityId')] : []),
    row('NPI', draft.npi.trim() || 'None given', 'dispute', 'npi'),
    row('Kind of issue', draft.issueTypeCode && issueTypeName(reference, draft.issueTypeCode), 'dispute', 'issueTypeCode'),
    row('What happened', <Typed text={draft.whatHappened} />, 'dispute', 'whatHappened'),
    row('What you ask for', <Typed text={draft.desiredOutcome} />, 'dispute', 'desiredOutcome'),
    row('Urgent', draft.isUrgent === 'on' ? 'Marked as urgent' : 'No', 'dispute', 'isUrgent'),
  ];
}

/** Line ends as they were typed; the direction of its own script. */
function Typed({ text }: { text: string }) {
  return text.trim() === '' ? NOTHING : (
    <span className="whitespace-pre-line" dir="auto">
      {text.trim()}
    </span>
  );
}

function ChangeLink({ href, what }: { href: string; what: string }) {
  return (
    <AppLink className="inline-flex items-center min-h-6" href={href}>
      Change<span className="sr-only"> {what.toLowerCase()}</span>
    </AppLink>
  );
}

function Claims({ view: { id, draft, facts } }: { view: DraftView }) {
  const ready = checkLines(draft, facts).filter(isReady);
  if (ready.length === 0) return <p>{draft.claims.length === 0 ? 'No claims are listed.' : 'No claim line is ready yet.'}</p>;
  return <ReadyLines draftId={id} lines={ready} page={1} add={null} isOverview />;
}
