import { explainStepsAsSentences, ruleSetOfVersion } from '@/domain/deadlines';
import { Disclosure } from '@/ui/disclosure';
import { Sources, type DateReason } from './why-this-date';

/** "Why these dates?" for two dates that count from the same day: what both say is said once. */
export function WhyTheseDates({ reasons, className }: { reasons: readonly [DateReason, DateReason]; className?: string }) {
  const sentences = new Set(reasons.flatMap((reason) => explainStepsAsSentences(reason, ruleSetOfVersion(reason.ruleSetVersion))));
  return (
    <Disclosure summary="Why these dates?" className={className}>
      <ol className="grid gap-2">
        {[...sentences].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <Sources reason={reasons[0]} />
    </Disclosure>
  );
}
