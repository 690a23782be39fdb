import type { Actor } from '@/domain/access/actor';
import { hasAction, refusalReason } from './decide';
import type { GuardContext } from './guards';
import type { Ticket } from './ticket';
import { ACTIONS, transitionOf, type Action } from './transitions';

/** One act that a page may offer; `refused` says in words why it cannot be done now. */
export type AvailableAction = { action: Action; label: string; cites: readonly string[]; refused: string | null };

/** The only source of what a page offers: the actions of the actor's role that this status knows. */
export function availableActions(ticket: Ticket, actor: Actor, ctx: GuardContext): AvailableAction[] {
  return ACTIONS.filter((action) => hasAction(actor, action) && transitionOf(action).from.includes(ticket.status)).map((action) => ({
    action,
    label: transitionOf(action).label,
    cites: transitionOf(action).cites,
    refused: refusalReason(ticket, action, actor, ctx),
  }));
}
