import { z } from 'zod';
import { COMMAND_INPUTS, type TicketCommand } from '@/domain/tickets/commands';
import type { Action } from '@/domain/tickets/transitions';
import { hasAction } from '@/domain/tickets/decide';
import { runTicketCommands, type BulkResult } from '@/server/commands/run-ticket-commands';
import type { DomainError } from '@/shared/domain-error';
import { formValues } from '@/ui/forms/form-values';
import { IDLE_BULK, type BulkLine, type BulkState } from '@/ui/table/bulk-state';
import { fieldIssues, formError } from './form-errors';
import { openForm, type OpenedForm } from './open-form';

/** More than one page of rows, so that nobody can keep the portal busy with one form. */
export const MOST_PICKED = 100;
const picked = z.array(z.uuid()).max(MOST_PICKED);

/** The purpose that the key of a form over a table is bound to. */
export function bulkPurpose(name: string): string {
  return `bulk:${name}`;
}

export type BulkRequest = OpenedForm & { ticketIds: string[] };

export function bulkError(error: DomainError, formData: FormData): BulkState {
  return { ...IDLE_BULK, form: formError(error, formData) };
}

/** Keeps the picked rows picked while something is asked. */
export function keepPicked(formData: FormData, ticketIds: readonly string[]): BulkState['form'] {
  return { status: 'saved', message: '', values: { ...formValues(formData), ticket: [...ticketIds] } };
}

/**
 * What every form over a table does first: stamp the arrival, know the actor, check the key, and read which rows were
 * picked. `only` is the row whose own button was pressed. Without any row it says so.
 */
export async function readBulkForm(form: { name: string; actions: readonly Action[]; nothing: string }, formData: FormData): Promise<BulkRequest | BulkState> {
  const opened = await openForm(bulkPurpose(form.name), formData, (actor) => form.actions.every((action) => hasAction(actor, action)));
  if (!opened.ok) return bulkError(opened.error, formData);
  const only = formData.get('only');
  const ids = picked.safeParse(only === null ? [...new Set(formData.getAll('ticket'))] : [only]);
  if (!ids.success) return bulkError({ kind: 'conflict', reason: `Pick at most ${MOST_PICKED} tickets of this page.` }, formData);
  if (ids.data.length === 0) return { ...IDLE_BULK, form: { status: 'error', title: form.nothing, notes: ['Pick them with the boxes at the start of the rows.'], errors: [], values: formValues(formData) } };
  return { ...opened.value, ticketIds: ids.data };
}

export function isBulkState(value: BulkRequest | BulkState): value is BulkState {
  return 'form' in value;
}

export type PickedCommand = { action: Action; input: Record<string, unknown> };

/** Runs an act on every picked ticket; each command's input is checked by the command's own schema. */
export async function runPicked(request: BulkRequest, commandOf: (ticketId: string) => PickedCommand, formData: FormData, seenSeq?: ReadonlyMap<string, number>): Promise<BulkResult[] | BulkState> {
  const commands: TicketCommand[] = [];
  for (const ticketId of request.ticketIds) {
    const { action, input } = commandOf(ticketId);
    const parsed = COMMAND_INPUTS[action].safeParse({ ...input, ticketId });
    if (!parsed.success) return bulkError({ kind: 'invalid', issues: fieldIssues(parsed.error) }, formData);
    // The schema was chosen by the action, which TypeScript cannot follow through the index.
    commands.push({ action, input: parsed.data } as TicketCommand);
  }
  const { actor, arrivedAt, key } = request;
  return runTicketCommands(actor, commands, { arrivedAt, key, seenSeq });
}

/** The rows that the preview had shown as ready and that are still picked, with the place their history stood at. */
export function stillPicked(request: BulkRequest, formData: FormData): { request: BulkRequest; seenSeq: Map<string, number> } {
  const seenSeq = new Map<string, number>();
  for (const shown of formData.getAll('previewed')) {
    const [ticketId = '', seq = ''] = (typeof shown === 'string' ? shown : '').split('.');
    if (request.ticketIds.includes(ticketId) && /^\d{1,9}$/.test(seq)) seenSeq.set(ticketId, Number(seq));
  }
  return { request: { ...request, ticketIds: [...seenSeq.keys()] }, seenSeq };
}

/** Results as lines under a title, the refused ones first since they are what is left to do. */
export function bulkLines(results: readonly BulkResult[], done: string, unchanged: string): BulkLine[] {
  const lines = results.map((r) => ({ label: r.number, href: `/tickets/${r.ticketId}`, done: r.refused === null, text: r.refused ?? (r.changed ? done : unchanged) }));
  return [...lines.filter((l) => !l.done), ...lines.filter((l) => l.done)];
}
