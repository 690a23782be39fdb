import type { PersonActor } from '@/domain/access/actor';
import type { PlanRequestEventType } from '@/domain/tickets/plan-request';
import { canonicalJson } from '@/shared/canonical-json';
import type { Scope } from './as-actor';
import { dateOf } from './dates';
import { sha256 } from './event-hash';

export type RequestEvent = {
  requestId: string;
  seq: number;
  type: string;
  text: string;
  actorId: string;
  actorName: string;
  actorRole: string;
  actorOrganization: string;
  effectiveOn: Date;
  recordedAt: Date;
  prevHash: string;
};

/** Over every column but the hash itself, and the hash of the event before. */
export function requestEventHash(event: RequestEvent): string {
  const { requestId, seq, type, text, actorId, actorName, actorRole, actorOrganization, effectiveOn, recordedAt, prevHash } = event;
  return sha256(canonicalJson({ requestId, seq, type, text, actorId, actorName, actorRole, actorOrganization, effectiveOn, recordedAt, prevHash }));
}

/** The next event of a request as its row, chained to the one before it. */
export function nextRequestEvent({ today, now }: Scope, actor: PersonActor, of: { requestId: string; eventCount: number; lastHash: string }, type: PlanRequestEventType, text: string): RequestEvent & { hash: string } {
  const event: RequestEvent = {
    requestId: of.requestId,
    seq: of.eventCount + 1,
    type,
    text,
    actorId: actor.personId,
    actorName: actor.name,
    actorRole: actor.role,
    actorOrganization: actor.organizationName,
    effectiveOn: dateOf(today),
    recordedAt: now,
    prevHash: of.lastHash,
  };
  return { ...event, hash: requestEventHash(event) };
}
