import { assertNever } from '@/shared/assert-never';
import { calendarDate, formatDay } from '@/shared/calendar-date';
import { chicagoInstant, formatChicagoTime } from '@/shared/chicago';
import { eventTitle } from './event-words';
import type { EventData } from './events';
import type { RequestEventType } from './request-events';
import type { ContactWay } from './request-inputs';

export type RequestEvent = { [T in RequestEventType]: { type: T; data: EventData<T> } }[RequestEventType];
type Change = { label: string; before: string; after: string };

export const CONTACT_WAY_NAMES: Record<ContactWay, string> = { phone: 'Phone call', voicemail: 'Voicemail', email: 'E-mail', meeting: 'Meeting', letter: 'Letter', other: 'Other' };

/** `Wed Nov 18, 2026, 2:05 PM`: the Chicago time that the plan gave. */
export function contactTime({ on, time }: { on: string; time: string }): string {
  const day = calendarDate(on);
  return `${formatDay(day)}, ${formatChicagoTime(chicagoInstant(day, time))}`;
}

const dayWords = (day: string) => formatDay(calendarDate(day));

function differences<T extends Record<string, string>>(before: T, after: T, labels: Partial<Record<keyof T, string>>): Change[] {
  const keys: (keyof T)[] = Object.keys(labels);
  return keys.flatMap((key) => {
    const [label, was, is] = [labels[key], before[key], after[key]];
    return label === undefined || was === undefined || is === undefined || was === is ? [] : [{ label, before: was, after: is }];
  });
}

function providedWords(data: EventData<'InformationProvided'>): string[] {
  return [
    ...(data.kind === 'already_provided' && data.providedOn !== null ? [`It had been provided on ${dayWords(data.providedOn)} (R10).`] : []),
    ...(data.late ? [`Late: it was due ${dayWords(data.dueOn)}.`] : []),
  ];
}

/** What the parties asked of each other and of HFS, as a history reads it; what they wrote stands in its own place. */
export function requestWords(event: RequestEvent, isMine: boolean): { title: string; details?: string[]; changes?: Change[] } {
  const title = eventTitle(event.type);
  switch (event.type) {
    case 'InformationRequested': return { title: isMine ? 'You asked the provider for information' : title };
    case 'InformationProvided': return { title: isMine ? 'You answered the request for information' : title, details: providedWords(event.data) };
    case 'ExtensionRequested': return { title: `${isMine ? 'You' : event.data.by === 'mco' ? 'The plan' : 'The provider'} asked for an extension` };
    case 'ExtensionDecided': return event.data.decision === 'approved'
      ? { title: 'HFS approved the extension', details: [`The answer is now due ${dayWords(event.data.dueOn)}.`] }
      : { title: 'HFS denied the extension', details: [`The answer stays due ${dayWords(event.data.dueOn)}.`] };
    case 'ProviderContactChanged': return { title, changes: differences(event.data.before, event.data.after, { name: 'Contact', phone: 'Phone', email: 'E-mail' }) };
    case 'ResponseContactCorrected': return { title, changes: differences(event.data.before, event.data.after, { contactName: 'Name', contactPhone: 'Phone', contactEmail: 'E-mail' }) };
    case 'ContactLogged': return { title, details: [`${CONTACT_WAY_NAMES[event.data.how]}, ${contactTime(event.data)}.`] };
    case 'FineObjected': return { title };
    case 'FineObjectionDecided': return { title: event.data.outcome === 'upheld' ? 'HFS decided the objection: the fine stays' : 'HFS granted the objection to the fine', details: [event.data.reason] };
    default: return assertNever(event);
  }
}
