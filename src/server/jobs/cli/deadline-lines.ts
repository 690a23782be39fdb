import { COUNTING_KINDS, RULE_IDS, dueByKind, dueDate, explainSteps, explainStepsWith, isRuleId, ruleSetInForceOn, type CountingKind, type HolidayTable } from '@/domain/deadlines';
import { parseCalendarDate } from '@/shared/calendar-date';
import { err, ok, type Result } from '@/shared/result';

/** The line to print and its steps in words, or what is wrong with the line that was read. */
export type Answer = Result<{ line: string; explanation: string }, string>;

const MOST_DAYS = 3650;

/** A first line that only names the columns is passed over. */
export function isHeaderLine(line: string): boolean {
  return /^(rule,start|kind,start,days)$/.test(line.trim());
}

const quoted = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

function fieldsOf(line: string, names: readonly string[]): Result<string[], string> {
  const fields = line.split(',').map((field) => field.trim());
  if (fields.length === names.length) return ok(fields);
  return err(`expected ${names.join(',')}, got ${line.trim() === '' ? 'an empty line' : quoted(line)}`);
}

function isCountingKind(text: string): text is CountingKind {
  return COUNTING_KINDS.some((kind) => kind === text);
}

/** Answers `rule,start` with `rule,start,due`, by the rules in force on the start (R28). */
export function answerRuleLine(line: string, table: HolidayTable): Answer {
  const fields = fieldsOf(line, ['rule', 'start']);
  if (!fields.ok) return fields;
  const [rule = '', startText = ''] = fields.value;
  if (!isRuleId(rule)) return err(`unknown rule ${quoted(rule)}; the rules are ${RULE_IDS.join(', ')}`);
  const start = parseCalendarDate(startText);
  if (!start.ok) return err(start.error.message);
  const ruleSet = ruleSetInForceOn(start.value);
  const due = dueDate(rule, start.value, table, ruleSet);
  if (!due.ok) return err(`${rule}: ${due.error.message}`);
  return ok({ line: `${rule},${start.value},${due.value.due}`, explanation: explainSteps(due.value, ruleSet) });
}

/** Answers `kind,start,days` with `kind,start,days,due`; 0 to 3650 days. */
export function answerKindLine(line: string, table: HolidayTable): Answer {
  const fields = fieldsOf(line, ['kind', 'start', 'days']);
  if (!fields.ok) return fields;
  const [kind = '', startText = '', days = ''] = fields.value;
  if (!isCountingKind(kind)) return err(`unknown kind ${quoted(kind)}; the kinds are ${COUNTING_KINDS.join(', ')}`);
  const start = parseCalendarDate(startText);
  if (!start.ok) return err(start.error.message);
  if (!/^\d{1,4}$/.test(days) || Number(days) > MOST_DAYS) return err(`days must be a whole number from 0 to ${MOST_DAYS}, got ${quoted(days)}`);
  const due = dueByKind(kind, start.value, Number(days), table);
  if (!due.ok) return err(`${kind}: ${due.error.message}`);
  const explanation = explainStepsWith(due.value.steps, { day0Short: 'Start', resultWord: 'Due', source: null });
  return ok({ line: `${kind},${start.value},${Number(days)},${due.value.due}`, explanation });
}
