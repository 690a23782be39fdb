import type { MessageReaders } from '@/domain/tickets/conversation';
import type { ReopenTo } from '@/domain/tickets/status';
import type { PersonKey } from '../cast/cast';
import { formStep } from './steps';
import type { Moment, Step } from './story';

type Team = 'ines' | 'tomas';

/** R5: it had been presented to the wrong plan. */
export const transferred = (at: Moment, planCode: string, reason: string, by: Team = 'tomas'): Step => formStep(at, by, 'transfer', { planCode, reason });

export const reopened = (at: Moment, to: ReopenTo, reason: string, receivedByMcoOn = '', by: Team = 'ines'): Step => formStep(at, by, 'reopen', { to, reason, receivedByMcoOn });

/** R7: a party to the other; the State also to one of them, or within itself. */
export const wrote = (at: Moment, by: PersonKey, text: string, to: MessageReaders = 'parties'): Step => formStep(at, by, 'postMessage', { to, text });

/** R29: a question about the ticket, with the day by which the plan answers. */
export const askedPlan = (at: Moment, answerOn: string, question: string, by: Team = 'ines'): Step => formStep(at, by, 'askMco', { question, answerOn });

export const answeredTeam = (at: Moment, by: PersonKey, answer: string): Step => ({ type: 'answersTeam', at, by, answer });
