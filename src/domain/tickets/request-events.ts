import { z } from 'zod';
import { attachedFiles } from './attached-files';
import { day, providerContact } from './event-fields';
import { CONTACT_WAYS, INFORMATION_KINDS } from './request-inputs';

const responseContact = z.strictObject({ contactName: z.string(), contactPhone: z.string(), contactEmail: z.string() });

/** The data of what is asked, answered and decided beside the moves of a ticket. */
export const REQUEST_EVENTS = {
  InformationRequested: z.strictObject({ what: z.string() }),
  InformationProvided: z.strictObject({
    kind: z.enum(INFORMATION_KINDS),
    text: z.string().nullable(),
    providedOn: day.nullable(),
    how: z.string().nullable(),
    late: z.boolean(),
    dueOn: day,
    files: attachedFiles,
  }),
  ExtensionRequested: z.strictObject({ by: z.enum(['provider', 'mco']), reason: z.string() }),
  /** `dueOn` is the date by which the answer is due after the decision. */
  ExtensionDecided: z.strictObject({ decision: z.enum(['approved', 'denied']), reason: z.string(), dueOn: day }),
  ProviderContactChanged: z.strictObject({ before: providerContact, after: providerContact }),
  ResponseContactCorrected: z.strictObject({ before: responseContact, after: responseContact }),
  /** The Chicago day and time that the plan gave; `planCode` tells whose log it is. */
  ContactLogged: z.strictObject({ on: day, time: z.string(), how: z.enum(CONTACT_WAYS), withWhom: z.string(), said: z.string(), planCode: z.string(), files: attachedFiles }),
  FineObjected: z.strictObject({ fineId: z.string(), why: z.string() }),
  FineObjectionDecided: z.strictObject({ fineId: z.string(), outcome: z.enum(['upheld', 'granted']), reason: z.string() }),
} as const;

export type RequestEventType = keyof typeof REQUEST_EVENTS;

export function isRequestEvent<E extends { type: string }>(event: E): event is Extract<E, { type: RequestEventType }> {
  return event.type in REQUEST_EVENTS;
}
