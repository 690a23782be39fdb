import { ROLE_NAMES } from '@/domain/access/actor';
import { whyLine } from '@/domain/deadlines';
import type { FineStatus } from '@/domain/fines/fine';
import { quarterName } from '@/domain/fines/quarter-name';
import { DECISION_WORDS, GROUNDS_WORDS, OUTCOME_WORDS } from '@/domain/tickets/answer-words';
import { kindFacts, sizeWords } from '@/domain/tickets/files';
import { STATUS_NAMES } from '@/domain/tickets/status';
import { formatDay, isAfter } from '@/shared/calendar-date';
import { cents, formatCents } from '@/shared/cents';
import { formatChicagoInstant } from '@/shared/chicago';
import type { HistoryItem } from '../queries/ticket-page/ticket-history';
import type { DateView } from '../queries/ticket-page/ticket-dates';
import { facts, heading, part, text, type Block } from './blocks';
import type { CaseAttachment, CaseContents } from './case-contents';
import { reviewParts } from './review-document';
import { requestParts } from './request-document';
import { when } from './said';

/** More claim lines than this stand in `claims.csv` alone. */
export const CLAIMS_IN_DOCUMENT = 500;

function summary({ facts: f, number, trackingNumber }: CaseContents): Block[] {
  return [
    facts(
      ['Ticket', number],
      ['Plan’s tracking number', trackingNumber],
      ['Status', STATUS_NAMES[f.status]],
      ['Provider', f.facilityName === null ? f.providerName : `${f.providerName}, ${f.facilityName}`],
      ['Filed by', f.filedBy],
      ['NPI', f.npi],
      ['Plan', f.planName],
      ['Program', f.program],
      ['Issue', f.issueType],
      ['Urgent', f.isUrgent ? 'Yes' : null],
      ['Plan received the dispute', formatDay(f.receivedByMcoOn)],
      ['Complaint received', formatDay(f.receivedOn)],
      ['In dispute', f.claimCount === 0 ? 'No claims' : `${formatCents(f.disputedCents)} on ${f.claimCount === 1 ? '1 claim' : `${f.claimCount.toLocaleString('en-US')} claims`}`],
      ['Provider contact', `${f.contact.name}, ${f.contact.phone}, ${f.contact.email}`],
    ),
  ];
}

function standing({ closing, turn, steps }: CaseContents): Block[] {
  const line: Block = { kind: 'list', items: steps.map(({ label, when: on, state }) => `${label}${on === null ? '' : `, ${on}`}${state === 'now' ? ' (now)' : state === 'later' ? ' (later)' : ''}`) };
  if (closing === null) return [text(`${turn.title}.`), ...(turn.due === null ? [] : [text(`${turn.due.lead} ${formatDay(turn.due.date.due)}.`)]), ...turn.texts.map(text), line];
  return [text(`${closing.title}. Closed on ${formatDay(closing.on)}.`), ...closing.texts.map(text), ...(closing.typed === null ? [] : [facts([closing.typed.label, closing.typed.text])]), line];
}

function endWords({ ended, due, doneWord }: DateView): string {
  if (ended === null) return 'Still runs';
  switch (ended.how) {
    case 'met':
    case 'met_late':
      return `${doneWord} ${formatDay(ended.on)}${ended.how === 'met_late' || isAfter(ended.on, due) ? ', late' : ''}`;
    case 'lapsed':
      return 'This time has ended';
    case 'superseded':
      return 'Replaced by a later date';
    case 'stopped':
      return 'No longer runs';
  }
}

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

function dates({ dates: clocks }: CaseContents): Block[] {
  return clocks.toReversed().flatMap((date) => [heading(3, `${date.label}: ${formatDay(date.due)}`), text(`${sentence(endWords(date))} ${whyLine(date.reason)}`)]);
}

function complaint({ facts: f }: CaseContents): Block[] {
  return [facts(['Ground', GROUNDS_WORDS[f.grounds]], ['What happened', f.whatHappened], ['Asks for', f.desiredOutcome])];
}

function answer({ answer: a }: CaseContents): Block[] {
  if (a === null) return [];
  return [
    facts(
      ['Decision', DECISION_WORDS[a.decision]],
      ['Sent', `${when({ at: a.sentAt, by: a.sentBy })}${a.late ? `, late: it was due ${formatDay(a.dueOn)}` : ''}`],
      ['What the plan does', a.plan],
      ['Resolved by', a.resolveOn === null ? null : formatDay(a.resolveOn)],
      ['Why there is no date', a.noDateReason],
      ['Direct contact', `${a.contactName}, ${a.contactPhone}, ${a.contactEmail}`],
      ['PCF', a.pcfAttested ? 'Vetted in full by the plan; HFS system screen prints are accepted as proof (R13).' : null],
    ),
  ];
}

function replies({ replies: all }: CaseContents): Block[] {
  return all.toReversed().flatMap((reply) => [heading(3, `${reply.kind === 'contest' ? 'Disagrees with the answer' : 'Asks HFS to review'}${reply.late ? ', late' : ''}`), facts(['Sent', when(reply)], ['Words', reply.text])]);
}

const READERS = { parties: 'both sides', provider: 'the provider', mco: 'the plan', state: 'the State alone' } as const;

function messages({ conversation }: CaseContents): Block[] {
  return conversation.messages.flatMap((m) => [heading(3, `${when(m)}, for ${READERS[m.to]}`), text(m.text)]);
}

const FINE_WORDS: Record<FineStatus, string> = { proposed: 'Proposed', issued: 'Issued', waived: 'Waived', void: 'Void', rescinded: 'Rescinded' };

function fines({ fines: all }: CaseContents): Block[] {
  return all.flatMap((fine) => [
    heading(3, `${formatCents(fine.amountCents)}, ${FINE_WORDS[fine.status].toLowerCase()}`),
    facts(
      ['The answer was due', formatDay(fine.dueOn)],
      ['Issued', fine.issuedOn === null ? null : `${formatDay(fine.issuedOn)}${fine.quarter === null ? '' : `, counts for ${quarterName(fine.quarter)}`}`],
      ['Decided', fine.decidedOn === null || fine.status === 'issued' ? null : formatDay(fine.decidedOn)],
      ['Reason', fine.status === 'issued' ? null : fine.reason],
    ),
  ]);
}

const money = (amount: number | null) => (amount === null ? '' : formatCents(cents(amount)));

function claims({ claims: found }: CaseContents): Block[] {
  if (found === null) return [];
  const { lines, totals } = found;
  const shown = lines.slice(0, CLAIMS_IN_DOCUMENT);
  const hasRuling = lines.some((line) => line.ruling !== null);
  return [
    text(`${lines.length.toLocaleString('en-US')} ${lines.length === 1 ? 'line' : 'lines'}, ${formatCents(totals.disputedCents)} in dispute.${shown.length < lines.length ? ` The first ${shown.length} stand here.` : ''} All columns of every line stand in claims.csv.`),
    {
      kind: 'table',
      columns: [
        { heading: 'Line', share: 1 }, { heading: 'Claim', share: 3 }, { heading: 'Member, RIN', share: 4 }, { heading: 'Service', share: 3 },
        { heading: 'In dispute', share: 3, isNumber: true }, { heading: 'Plan’s outcome', share: 4 }, ...(hasRuling ? [{ heading: 'HFS: to pay', share: 3, isNumber: true }] : []),
      ],
      rows: shown.map((c) => [
        String(c.lineNo), c.claimNumber, `${c.memberName}, ${c.rin}`, c.serviceFrom === c.serviceTo ? c.serviceFrom : `${c.serviceFrom} to ${c.serviceTo}`,
        money(c.disputedCents), c.outcome === null ? '' : `${OUTCOME_WORDS[c.outcome.kind]}, ${money(c.outcome.amountCents)}`, ...(hasRuling ? [money(c.ruling?.amountCents ?? null)] : []),
      ]),
    },
  ];
}

export const LEFT_OUT_WORDS: Record<NonNullable<CaseAttachment['leftOut']>, string> = {
  held: 'not in this case file: it still waits for the virus scanner',
  infected: 'not in this case file: the virus scanner refused it',
  gone: 'not in this case file: its content is missing from the store',
  changed: 'not in this case file: what is stored is not what came',
};

function files({ files: all }: CaseContents): Block[] {
  return all.map((file) =>
    facts(
      ['File', file.name],
      ['With', `${file.event}, ${when(file)}`],
      ['Kind and size', `${kindFacts(file.kind).name}, ${sizeWords(file.bytes)}${file.leftOut === null ? '' : `, ${LEFT_OUT_WORDS[file.leftOut]}`}`],
      ['SHA-256', file.sha256],
    ),
  );
}

function historyEntry({ seq, at, effectiveOn, title, details, changes, by }: HistoryItem): Block[] {
  const lines = [...(effectiveOn === null ? [] : [`Takes effect ${formatDay(effectiveOn)}.`]), ...details, ...changes.map(({ label, before, after }) => `${label}: was ${before}, now ${after}.`)];
  return [heading(3, `${seq}. ${title}`), text([`${formatChicagoInstant(at)}, ${by}.`, ...lines].join('\n'))];
}

/** The case file's document: all that the ticket's page shows the same reader, in the order in which a case is read. */
export function caseDocument(c: CaseContents): Block[] {
  const { name, organization, role } = c.madeFor;
  return [
    heading(1, `Case file of ticket ${c.number}`),
    text(`Made ${formatChicagoInstant(c.madeAt)} for ${name}, ${organization} (${ROLE_NAMES[role]}). It holds what this reader may see. All times are Chicago times.`),
    ...part('Summary', summary(c)),
    ...part('Where it stands', standing(c)),
    ...part('Dates, each with its reason', dates(c)),
    ...part('The complaint', complaint(c)),
    ...part('The plan’s answer', answer(c)),
    ...part('The provider’s replies', replies(c)),
    ...requestParts(c),
    ...reviewParts(c),
    ...part('Messages', messages(c)),
    ...part('Fines', fines(c)),
    ...part('Claims', claims(c)),
    ...part('Files', files(c)),
    ...part('History', c.history.flatMap(historyEntry)),
    ...part('How to check this', [
      text(`The history of this ticket is a chain of ${c.eventCount} events: each is hashed together with the hash of the one before. The last hash is ${c.lastHash}. The page how-to-check.html in this case file says how to compare files and chain.`),
    ]),
  ];
}
