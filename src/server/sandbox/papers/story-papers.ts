import type { Action } from '@/domain/tickets/transitions';
import { formatCents } from '@/shared/cents';
import { Picks } from '../seeded';
import type { StoryTicket } from '../stories/story';
import { madeUpPdf } from './made-up-pdf';
import { madeUpPng } from './made-up-png';

export type Paper = { name: string; bytes: Buffer };

const NOTE = 'Made up for the sandbox of the Provider Resolution Portal. No person and no claim in it is real.';

function letter(name: string, title: string, ticket: StoryTicket): Paper {
  const claims = ticket.claims.slice(0, 20).map((c) => `Claim ${c.claimNumber}: billed ${formatCents(c.billedCents)}, in dispute ${formatCents(c.disputedCents)}`);
  return { name, bytes: madeUpPdf(title, [NOTE, '', ...claims]) };
}

function table(ticket: StoryTicket): Paper {
  const rows = ticket.claims.map((c) => [c.claimNumber, c.serviceFrom, (c.billedCents / 100).toFixed(2), (c.disputedCents / 100).toFixed(2)].join(','));
  return { name: 'Claims in dispute.csv', bytes: Buffer.from(`Claim number,First day of service,Billed,In dispute\r\n${rows.join('\r\n')}\r\n`) };
}

function screenPrint(picks: Picks): Paper {
  return { name: 'Screen print.png', bytes: madeUpPng(Array.from({ length: 9 }, () => picks.number(120, 430))) };
}

/** What the people of a story send along with an act; the same on every machine, and nothing for most acts. */
export function papersOf(action: Action, ticket: StoryTicket): Paper[] {
  const picks = new Picks(`papers:${action}:${ticket.key}`);
  switch (action) {
    case 'submit': {
      if (!picks.chance(0.5)) return [];
      const papers = [letter('Letter of denial.pdf', 'Letter of denial', ticket)];
      if (ticket.claims.length > 2) papers.push(table(ticket));
      return picks.chance(0.5) ? [...papers, screenPrint(picks)] : papers;
    }
    case 'respond':
      return picks.chance(0.4) ? [letter('Remittance advice.pdf', 'Remittance advice', ticket)] : [];
    case 'contest':
      return picks.chance(0.6) ? [letter('Contract, section 7.pdf', 'Contract, section 7', ticket)] : [];
    case 'provideInformation':
    case 'deliverInformation':
      return [letter('Records.pdf', 'Records', ticket), screenPrint(picks)];
    case 'postMessage':
      return picks.chance(0.5) ? [screenPrint(picks)] : [];
    case 'logContact':
      return picks.chance(0.5) ? [letter('Notes of the call.pdf', 'Notes of the call', ticket)] : [];
    default:
      return [];
  }
}
