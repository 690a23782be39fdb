'use server';

import { revalidatePath } from 'next/cache';
import { notFound } from 'next/navigation';
import { bulkError, bulkLines, isBulkState, keepPicked, readBulkForm, runPicked, stillPicked, type BulkRequest, type PickedCommand } from '@/app/forms/run-bulk-form';
import { NOBODY } from '@/app/lists/ticket-filters';
import type { Action } from '@/domain/tickets/transitions';
import { previewAlert, previewAssign } from '@/server/queries/preview-staff';
import { previewBegin, previewClose, previewPresent } from '@/server/queries/preview-work';
import { IDLE_BULK, MORE_FOLLOWS, type BulkPreview, type BulkState } from '@/ui/table/bulk-state';
import { PICKED } from './picked-purpose';
import { alertPreviewOf, assignPreviewOf } from './staff-previews';
import { beginPreviewOf, closePreviewOf, presentPreviewOf } from './work-previews';

type Act = {
  actions: readonly Action[];
  preview: (request: BulkRequest, formData: FormData) => Promise<BulkPreview | null>;
  /** The command for each ticket; what is not ready any more is asked all the same, so that the door says why. */
  commands: (request: BulkRequest, formData: FormData) => Promise<(ticketId: string) => PickedCommand>;
  /** What else makes this run another one than the last of the same form. */
  keyPart?: (formData: FormData) => string;
  /** Refused where somebody acted since the preview. */
  holdsToPreview: boolean;
  verb: string;
  done: string;
  unchanged: string;
};

const textOf = (formData: FormData, name: string) => {
  const value = formData.get(name);
  return typeof value === 'string' ? value : '';
};

const assigneeOf = (formData: FormData) => {
  const chosen = textOf(formData, 'assigneeId');
  return chosen === NOBODY || chosen === '' ? null : chosen;
};

const ACTS: Record<'assign' | 'present' | 'close' | 'begin' | 'alert', Act> = {
  assign: {
    actions: ['assign'],
    preview: async ({ actor, ticketIds }, formData) => {
      const preview = await previewAssign(actor, ticketIds, assigneeOf(formData));
      return preview === null ? null : assignPreviewOf(preview);
    },
    commands: (_request, formData) => Promise.resolve(() => ({ action: 'assign', input: { assigneeId: assigneeOf(formData) ?? '' } })),
    keyPart: (formData) => assigneeOf(formData) ?? '',
    holdsToPreview: false,
    verb: 'assigned',
    done: 'assigned.',
    unchanged: 'was assigned so already.',
  },
  present: {
    actions: ['present'],
    preview: async ({ actor, ticketIds }) => presentPreviewOf(await previewPresent(actor, ticketIds)),
    commands: (_request, formData) => Promise.resolve(() => ({ action: 'present', input: { shownDueOn: formData.get('shownDueOn') } })),
    holdsToPreview: true,
    verb: 'presented',
    done: 'presented to the plan.',
    unchanged: 'there was nothing to do.',
  },
  close: {
    actions: ['closeNotContested', 'closeReviewNotRequested'],
    preview: async ({ actor, ticketIds }) => closePreviewOf(await previewClose(actor, ticketIds)),
    commands: async ({ actor, ticketIds }) => {
      const actions = new Map((await previewClose(actor, ticketIds)).ready.map((t) => [t.ticketId, t.action]));
      return (ticketId) => ({ action: actions.get(ticketId) ?? 'closeNotContested', input: {} });
    },
    holdsToPreview: true,
    verb: 'closed',
    done: 'closed.',
    unchanged: 'there was nothing to do.',
  },
  begin: {
    actions: ['beginAdministrativeReview'],
    preview: async ({ actor, ticketIds }) => beginPreviewOf(await previewBegin(actor, ticketIds)),
    commands: () => Promise.resolve(() => ({ action: 'beginAdministrativeReview', input: { reason: null, direction: null } })),
    holdsToPreview: true,
    verb: 'placed in review',
    done: 'placed in Administrative Review.',
    unchanged: 'there was nothing to do.',
  },
  alert: {
    actions: ['alertHfs'],
    preview: async ({ actor, ticketIds }) => alertPreviewOf(await previewAlert(actor, ticketIds)),
    commands: (_request, formData) => Promise.resolve(() => ({ action: 'alertHfs', input: { what: textOf(formData, 'what') } })),
    holdsToPreview: true,
    verb: 'alerted to HFS',
    done: 'HFS is alerted.',
    unchanged: 'there was nothing to do.',
  },
};

function actOf(name: string): Act | null {
  return Object.entries(ACTS).find(([key]) => key === name)?.[1] ?? null;
}

const NOT_A_COLLEAGUE = { kind: 'conflict' as const, reason: 'That person cannot have tickets here any more. Choose somebody else.' };
const NOTHING_LEFT = { kind: 'conflict' as const, reason: 'None of the tickets that the preview had shown is still selected. Select them and look at the preview again.' };

/** With the key that it was asked with, though the page around it has another by then: what it leads to is done once. */
async function previewFor(act: Act, request: BulkRequest, formData: FormData): Promise<BulkPreview | null> {
  const preview = await act.preview(request, formData);
  return preview === null ? null : { ...preview, hidden: { ...preview.hidden, commandKey: request.key } };
}

async function show(act: Act, request: BulkRequest, formData: FormData): Promise<BulkState> {
  const preview = await previewFor(act, request, formData);
  return preview === null ? bulkError(NOT_A_COLLEAGUE, formData) : { form: keepPicked(formData, request.ticketIds), preview, outcome: null };
}

async function run(act: Act, request: BulkRequest, formData: FormData, seenSeq?: ReadonlyMap<string, number>): Promise<BulkState> {
  const key = act.keyPart === undefined ? request.key : `${request.key}:${act.keyPart(formData)}`;
  const results = await runPicked({ ...request, key }, await act.commands(request, formData), formData, act.holdsToPreview ? seenSeq : undefined);
  // Words that are missing are asked for where they were to be given.
  if (!Array.isArray(results)) return { ...results, preview: await previewFor(act, request, formData) };
  // Drawn anew half-way, the page would go with what is known, should its own reading fail.
  if (!formData.has(MORE_FOLLOWS)) revalidatePath('/', 'layout');
  const count = results.filter((r) => r.refused === null).length;
  return { ...IDLE_BULK, outcome: { title: `${count} of ${results.length} ${act.verb}`, lines: bulkLines(results, act.done, act.unchanged) } };
}

/**
 * An act on the picked tickets of a list: first what will happen to which and which cannot, then, with the preview's own
 * button (`do-…`), each ticket by itself. `mine` hands one ticket to the reader at once, since that is undone as easily.
 */
export async function pickedAction(_state: BulkState, formData: FormData): Promise<BulkState> {
  const intent = textOf(formData, 'intent') || textOf(formData, 'act');
  if (intent === 'clear') return IDLE_BULK;
  const act = actOf(intent === 'mine' ? 'assign' : intent.replace(/^do-/, ''));
  if (act === null) notFound();
  const request = await readBulkForm({ name: PICKED, actions: act.actions, nothing: 'No ticket is selected' }, formData);
  if (isBulkState(request)) return request;
  if (intent === 'mine') {
    formData.set('assigneeId', request.actor.personId);
    return run(act, request, formData);
  }
  if (!intent.startsWith('do-')) return show(act, request, formData);
  const { request: still, seenSeq } = stillPicked(request, formData);
  return still.ticketIds.length === 0 ? bulkError(NOTHING_LEFT, formData) : run(act, still, formData, seenSeq);
}
