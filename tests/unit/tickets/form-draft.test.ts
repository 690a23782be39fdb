import { describe, expect, it } from 'vitest';
import { COMMAND_INPUTS } from '@/domain/tickets/commands';
import { isDraftedAction, isEmptyDraft, readFormDraft, unkeepableDraft } from '@/domain/tickets/form-draft';
import type { Action } from '@/domain/tickets/transitions';

describe('the draft of a form', () => {
  it('holds the form’s own fields and nothing else', () => {
    const sent = { text: 'Words.', to: 'parties', commandKey: 'k', version: '3', intent: 'keep', files: ['a', 'b'], ticketId: 'x', why: 'Another form’s.' };
    expect(readFormDraft('postMessage', sent)).toEqual({ text: 'Words.', to: 'parties' });
    const decision = { reasons: 'Because.', 'lines.0.ruling': 'for_mco', 'lines.12.amountCents': '3.00', 'lines.0.lineNo': '1', 'lines.x.ruling': 'for_mco', 'lines.0.__proto__': 'x' };
    expect(readFormDraft('decide', decision)).toEqual({ reasons: 'Because.', 'lines.0.ruling': 'for_mco', 'lines.12.amountCents': '3.00' });
    const dated = { kind: 'already_provided', 'providedOn-month': '11', 'providedOn-day': '20', 'providedOn-year': '2026', 'text-month': '1', 'other-day': '2' };
    expect(readFormDraft('provideInformation', dated)).toEqual({ kind: 'already_provided', 'providedOn-month': '11', 'providedOn-day': '20', 'providedOn-year': '2026' });
    for (const broken of [null, 'text', 7, { text: ['two', 'texts'] }]) expect(readFormDraft('postMessage', broken)).toEqual({});
  });

  it('knows every field that its act takes, but for its ticket and files', () => {
    const drafted = (Object.keys(COMMAND_INPUTS) as Action[]).filter(isDraftedAction);
    expect(drafted.sort()).toEqual(['answerQuestion', 'askMco', 'askParty', 'confirmResolved', 'contest', 'decide', 'decideExtension', 'deliverInformation', 'logContact', 'objectToFine', 'postMessage', 'provideInformation', 'requestExtension', 'requestInformation', 'requestReview', 'returnAsClosed', 'returnDecision', 'withdraw']);
    for (const action of drafted) {
      const fields = Object.keys(COMMAND_INPUTS[action].shape).filter((name) => !['ticketId', 'files', 'lines', 'questionId'].includes(name));
      expect(Object.keys(readFormDraft(action, Object.fromEntries(fields.map((name) => [name, 'x'])))).sort(), action).toEqual(fields.sort());
    }
  });

  it('is empty when all that it holds was filled in by the page: tomorrow, today would stand there as yesterday', () => {
    const contact = { 'on-month': '11', 'on-day': '24', 'on-year': '2026', time: '', how: '', withWhom: 'Renata Oyelaran', said: '' };
    expect(isEmptyDraft(contact)).toBe(true);
    expect(isEmptyDraft({ ...contact, said: 'H' })).toBe(false);
    const person = { contactName: 'Renata Oyelaran', contactPhone: '217 555 0100', contactEmail: 'r@kestrelpark.example' };
    expect(isEmptyDraft({ statement: '', ...person })).toBe(true);
    expect(isEmptyDraft({ statement: 'The records.', ...person })).toBe(false);
  });

  it('is empty when nothing in it would be missed, and cannot hold what no text has', () => {
    expect(isEmptyDraft({ text: ' \n' })).toBe(true);
    expect(isEmptyDraft({ text: 'a' })).toBe(false);
    expect(isEmptyDraft({ 'answerOn-month': '12', 'answerOn-day': '', 'answerOn-year': '', question: '' })).toBe(false);
    expect(unkeepableDraft({ text: 'NUL \u0000' })).toMatchObject([{ field: 'text' }]);
    expect(unkeepableDraft({ text: 'x'.repeat(20_001) })).toMatchObject([{ field: 'text' }]);
    expect(unkeepableDraft({ text: 'Half a page.' })).toEqual([]);
  });
});
