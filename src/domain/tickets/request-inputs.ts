import { z } from 'zod';
import { civilDate, clockTime, email, fileIds, line, oneOf, optional, phone, text, uuid } from './fields';

const ticketId = uuid('This ticket does not exist.');

/** R10: the information itself, or that it was already provided. */
export const INFORMATION_KINDS = ['text', 'already_provided'] as const;

/** How a plan reached the provider. */
export const CONTACT_WAYS = ['phone', 'voicemail', 'email', 'meeting', 'letter', 'other'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

const information = z
  .strictObject({
    ticketId,
    kind: oneOf(INFORMATION_KINDS, 'Choose whether you send it now or have already provided it (R10).'),
    text: optional(text('Write what the plan asked for.', 10_000)),
    providedOn: optional(civilDate('Enter the day on which you provided it.')),
    how: optional(text('Say how, and to whom.', 1000)),
    files: fileIds,
  })
  .superRefine((i, ctx) => {
    const issue = (field: string, message: string) => ctx.addIssue({ code: 'custom', path: [field], message });
    if (i.kind === 'text') {
      if (i.text === null && i.files.length === 0) issue('text', 'Write what the plan asked for, or add files.');
      if (i.providedOn !== null || i.how !== null) issue('kind', 'You wrote when or how it was provided. Choose “It was already provided”, or remove that.');
      return;
    }
    if (i.providedOn === null) issue('providedOn', 'Enter the day on which you provided it (R10).');
    if (i.how === null) issue('how', 'Say how, and to whom (R10).');
  });

/** What the parties ask of each other and of HFS while the plan's answer is awaited, and what concerns the contacts and an issued fine. */
export const REQUEST_INPUTS = {
  requestInformation: z.strictObject({ ticketId, what: text('Say what you need from the provider.', 5000) }),
  provideInformation: information,
  requestExtension: z.strictObject({ ticketId, reason: text('Say why the time is not enough.', 2000) }),
  decideExtension: z.strictObject({
    ticketId,
    decision: oneOf(['approved', 'denied'], 'Choose whether to approve or to deny it.'),
    reason: text('Give a reason. Both sides read it.', 2000),
  }),
  changeProviderContact: z.strictObject({ ticketId, contactId: uuid('Choose the new contact.'), contactPhone: optional(phone) }),
  correctResponse: z.strictObject({ ticketId, contactName: line('Enter the name of your direct contact (R12).', 120), contactPhone: phone, contactEmail: email }),
  logContact: z.strictObject({
    ticketId,
    on: civilDate('Enter the day of the contact.'),
    time: clockTime('Enter the time, such as 2:05 PM.'),
    how: oneOf(CONTACT_WAYS, 'Choose how you were in contact.'),
    withWhom: line('Enter with whom.', 120),
    said: text('Say what was said.', 5000),
    files: fileIds,
  }),
  objectToFine: z.strictObject({ ticketId, why: text('Say why you object.', 5000) }),
  decideFineObjection: z.strictObject({
    ticketId,
    outcome: oneOf(['upheld', 'granted'], 'Choose whether the fine stays.'),
    reason: text('Give a reason. The plan reads it.', 2000),
  }),
} as const;
