import { DEADLINE_RULES, RULE_IDS, type DueDate } from '@/domain/deadlines';
import type { PolicyPage } from '@/server/queries/get-policy-page';
import { daysBetween } from '@/shared/calendar-date';
import { Button } from '@/ui/button';
import { CivilDate } from '@/ui/civil-date';
import { DateField } from '@/ui/forms/date-field';
import type { FormValues } from '@/ui/forms/form-state';
import { QueryForm } from '@/ui/forms/query-form';
import { SelectField } from '@/ui/forms/select-field';
import { Panel, PanelBody } from '@/ui/panel';
import { Section } from '@/ui/section';
import { WhyThisDate } from '@/ui/ticket/why-this-date';

type CalculatorProps = { page: PolicyPage; rule: string; values: FormValues | undefined };

/** Every deadline worked out from any day, with its steps and, for business days, the small calendar. */
export function Calculator({ page: { today, answer }, rule, values }: CalculatorProps) {
  const errors = answer !== null && !answer.ok ? [answer.error] : [];
  return (
    <Section id="calculator" title="Work out a deadline">
      <Panel floating className="max-w-[52rem]">
        <PanelBody>
          <QueryForm key={rule} action="/policy#calculator" label="Work out a deadline" values={values} errors={errors} className="grid gap-5">
            <SelectField name="rule" label="Deadline" emptyLabel="Choose" defaultValue={rule} options={RULE_IDS.map((id) => ({ value: id, label: `${DEADLINE_RULES[id].label} (${DEADLINE_RULES[id].source})` }))} />
            <DateField name="start" legend="The day from which it counts" hint="Day 0, which is not counted itself. Example: 10 27 2026" beside={<Button>Work it out</Button>} />
          </QueryForm>
        </PanelBody>
        {answer?.ok && <Answer due={answer.value} today={today} />}
      </Panel>
    </Section>
  );
}

function Answer({ due, today }: { due: DueDate; today: PolicyPage['today'] }) {
  const rule = DEADLINE_RULES[due.ruleId];
  return (
    <div className="border-t border-line p-5">
      <p className="text-ink-soft">
        {rule.label}. {rule.day0Sentence} on <CivilDate date={due.day0} />.
      </p>
      <p className="mt-1 text-h3">
        {rule.resultWord}{' '}
        <b>
          <CivilDate date={due.due} />
        </b>
        , {fromToday(daysBetween(today, due.due))}
      </p>
      <WhyThisDate reason={due} today={today} open className="mt-3" />
    </div>
  );
}

/** Nobody is late for a day that somebody only tries out. */
function fromToday(days: number): string {
  if (days === 0) return 'today';
  const much = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days > 0 ? `in ${much}` : `${much} ago`;
}
