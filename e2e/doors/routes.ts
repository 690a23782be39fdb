import { ALL_VISITORS, HFS, PARTIES, REVIEWERS, SIGNED, type Signed, type Visitor } from './who';

/** What stands in an address; the cells of `subjects.ts` fill it in. */
export type Subject = 'ticket' | 'draft' | 'import' | 'request' | 'search' | 'message';

export type Row = {
  /** Who has this room. Everybody else who is signed in gets *not found*. */
  for: readonly Visitor[];
  /** Whose thing it shows: besides the role, the thing itself has to be the visitor's. */
  of?: Subject;
  /** What whoever has it gets; 200 unless told. A page of one moment answers by where the ticket stands. */
  gives?: number | readonly number[];
  /** What it gives for a thing of others, which is what it gives for none; 404 unless told. */
  toOthers?: number;
  /** What nobody signed in gets; 307 to the sign-in unless told. */
  toPublic?: number;
  /** It is a file of the thing; where that has none, it is not found. */
  file?: true;
  /** It answers a POST alone. */
  onlyPost?: true;
};

const EVERYBODY = ALL_VISITORS;
const STATE_LISTS: Signed[] = ['portalTeam', ...HFS];

const act = (...roles: Signed[]): Row => ({ for: roles, of: 'ticket' });
/** Found while the ticket is at its moment only. */
const atItsMoment = (...roles: Signed[]): Row => ({ for: roles, of: 'ticket', gives: [200, 307, 404] });
const draft = (gives: Row['gives'] = 200): Row => ({ for: ['provider'], of: 'draft', gives });
const file = (...roles: Signed[]): Row => ({ for: roles });

/** One line per address: who has it, of what, and what others get. An address that is not here fails. */
export const ROUTES: Record<string, Row> = {
  // For everybody
  '/': { for: EVERYBODY },
  '/policy': { for: EVERYBODY },
  '/can-i-file.ics': { for: EVERYBODY, gives: 404 },
  '/sign-in': { for: EVERYBODY, gives: 307, toPublic: 200 },
  '/set-password/[token]': { for: EVERYBODY },
  '/sandbox/clock': { for: EVERYBODY },
  '/sandbox/sign-ins': { for: EVERYBODY },
  '/sandbox/mailbox': { for: EVERYBODY, gives: 307 },
  '/healthz': { for: EVERYBODY },
  '/readyz': { for: EVERYBODY },
  // The mail service's: without a secret not there, and with one only by a signature
  '/hooks/bounce': { for: EVERYBODY, onlyPost: true },
  // Rooms
  '/my-tickets': { for: ['provider'] },
  '/queue': { for: ['plan'] },
  '/work': { for: ['portalTeam'] },
  '/all-tickets': { for: STATE_LISTS },
  '/fines': { for: HFS },
  '/extensions': { for: HFS },
  '/reviews': { for: REVIEWERS },
  '/requests': { for: ['portalTeam', 'plan'] },
  '/requests/new': { for: ['portalTeam'] },
  '/work/undelivered/[messageId]': { for: ['portalTeam'], of: 'message' },
  '/requests/[requestId]': { for: ['portalTeam', 'plan'], of: 'request' },
  '/file-checks': { for: ['portalTeam', 'administration'] },
  '/holidays': { for: ['administration'] },
  '/holidays/preview': { for: ['administration'] },
  '/nightly-checks': { for: ['administration'] },
  '/mail-texts': { for: ['administration'] },
  '/bell': { for: SIGNED },
  '/my-mail': { for: SIGNED },
  '/keyboard': { for: SIGNED.filter((v) => v !== 'provider') },
  '/search': { for: SIGNED },
  // Another person's search reads as one that is kept no more.
  '/search/[searchId]': { for: SIGNED, of: 'search', toOthers: 200 },
  // Lists as files
  '/my-tickets/download/[format]': file('provider'),
  '/queue/download/[format]': file('plan'),
  '/work/download/[format]': file('portalTeam'),
  '/all-tickets/download/[format]': file(...STATE_LISTS),
  '/fines/download/[format]': file(...HFS),
  '/extensions/download/[format]': file(...HFS),
  '/reviews/download/[format]': file(...REVIEWERS),
  '/search/[searchId]/download/[format]': { for: SIGNED, of: 'search' },
  '/requests/download/[format]': file('portalTeam', 'plan'),
  '/picked/[format]': { for: [], onlyPost: true },
  '/file/template/[format]': file('provider'),
  // Filing
  '/file': { for: ['provider'] },
  '/file/[draftId]': draft(307),
  '/file/[draftId]/eligibility': draft(),
  '/file/[draftId]/no-number': draft(),
  '/file/[draftId]/dispute': draft(),
  '/file/[draftId]/claims': draft(),
  '/file/[draftId]/claims/import': draft(),
  '/file/[draftId]/claims/import/[importId]': { for: ['provider'], of: 'import' },
  '/file/[draftId]/claims/import/[importId]/rows-to-fix/[format]': { for: ['provider'], of: 'import' },
  '/file/[draftId]/contact': draft(),
  '/file/[draftId]/files': draft(),
  '/file/[draftId]/check': draft(),
  '/file/[draftId]/delete': draft(),
  '/file/sent/[ticketId]': act('provider'),
  // A ticket and its files
  '/tickets/[ticketId]': act(...SIGNED),
  '/tickets/[ticketId]/viewers': act(...SIGNED),
  '/tickets/[ticketId]/case-file': act(...SIGNED),
  '/tickets/[ticketId]/case-file/download': act(...SIGNED),
  '/tickets/[ticketId]/claims/[format]': act(...SIGNED),
  '/tickets/[ticketId]/files/[fileId]': { for: SIGNED, of: 'ticket', toPublic: 404, file: true },
  '/files/[fileId]': { for: [], toPublic: 404 },
  '/files/upload': { for: [], onlyPost: true },
  '/fines/[ticketId]': atItsMoment(...HFS),
  '/reviews/[ticketId]': atItsMoment(...REVIEWERS, 'portalTeam'),
  // Acts of a provider
  '/tickets/[ticketId]/accept': act('provider'),
  '/tickets/[ticketId]/contest': act('provider'),
  '/tickets/[ticketId]/review': act('provider'),
  '/tickets/[ticketId]/resolved': act('provider'),
  '/tickets/[ticketId]/withdraw': act('provider'),
  '/tickets/[ticketId]/contact': act('provider', 'portalTeam'),
  // Acts of a plan
  '/tickets/[ticketId]/answer': atItsMoment('plan'),
  '/tickets/[ticketId]/answer/claims': atItsMoment('plan'),
  '/tickets/[ticketId]/direct-contact': act('plan'),
  '/tickets/[ticketId]/log-contact': act('plan'),
  '/tickets/[ticketId]/objection': act('plan'),
  // Acts of both sides
  '/tickets/[ticketId]/information': act(...PARTIES),
  '/tickets/[ticketId]/extension': act(...PARTIES, ...HFS),
  '/tickets/[ticketId]/deliver': act(...PARTIES),
  '/tickets/[ticketId]/question/[questionId]': atItsMoment(...PARTIES),
  // Acts of the Portal Team
  '/tickets/[ticketId]/alert': act('portalTeam'),
  '/tickets/[ticketId]/ask': act('portalTeam'),
  '/tickets/[ticketId]/close': act('portalTeam'),
  '/tickets/[ticketId]/correct': act('portalTeam'),
  '/tickets/[ticketId]/place-in-review': act('portalTeam'),
  '/tickets/[ticketId]/refer': act('portalTeam'),
  '/tickets/[ticketId]/reopen': act('portalTeam'),
  '/tickets/[ticketId]/return': act('portalTeam'),
  '/tickets/[ticketId]/return-decision': act('portalTeam'),
  '/tickets/[ticketId]/share': act('portalTeam'),
  '/tickets/[ticketId]/transfer': act('portalTeam'),
  // Acts of the review
  '/tickets/[ticketId]/reassign': act('portalTeam', 'administration'),
  '/tickets/[ticketId]/recommend-expert': act(...HFS),
  '/tickets/[ticketId]/ask-party': act(...REVIEWERS),
  '/tickets/[ticketId]/return-review': act('expert'),
};
