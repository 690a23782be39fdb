import type { Role } from '@/domain/access/actor';
import { EVENT_DATA, type EventType } from './events';

/** What a history can be narrowed to. */
export const HISTORY_KINDS = ['acts', 'messages', 'dates', 'fines', 'mails'] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

export const HISTORY_KIND_NAMES: Record<HistoryKind, string> = { acts: 'Acts', messages: 'Messages', dates: 'Dates', fines: 'Fines', mails: 'E-mails' };

/** Everything that is not named here is an act of somebody. */
const KINDS: Partial<Record<EventType, HistoryKind>> = {
  MessagePosted: 'messages',
  PlanAsked: 'messages',
  PortalTeamAnswered: 'messages',
  QuestionAsked: 'messages',
  QuestionAnswered: 'messages',
  ContactLogged: 'messages',
  ExtensionRequested: 'dates',
  ExtensionDecided: 'dates',
  DatesMoved: 'dates',
  OverdueMarked: 'dates',
  OverdueMarkRemoved: 'dates',
  WindowLapsed: 'dates',
  FineProposed: 'fines',
  FineVoided: 'fines',
  FineIssued: 'fines',
  FineWaived: 'fines',
  FineRescinded: 'fines',
  FineObjected: 'fines',
  FineObjectionDecided: 'fines',
  NoticeAccepted: 'mails',
  NoticeFailed: 'mails',
  NoticeSentAgain: 'mails',
  ResponseSeen: 'mails',
};

export function historyKindOf(type: EventType): HistoryKind {
  return KINDS[type] ?? 'acts';
}

export function eventTypesOf(kind: HistoryKind): EventType[] {
  return (Object.keys(EVENT_DATA) as EventType[]).filter((type) => historyKindOf(type) === kind);
}

/** The kinds that a role's histories can hold: a provider learns of no fine (lifecycle, "Who may read what"). */
export function historyKindsFor(role: Role): HistoryKind[] {
  return HISTORY_KINDS.filter((kind) => kind !== 'fines' || role !== 'provider');
}

/** A kind as an address names it; null for anything else. */
export function parseHistoryKind(text: unknown): HistoryKind | null {
  return HISTORY_KINDS.find((kind) => kind === text) ?? null;
}
