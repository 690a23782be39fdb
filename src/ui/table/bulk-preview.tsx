import { SubmitButton } from '@/ui/forms/submit-button';
import { TextArea } from '@/ui/forms/text-area';
import { Icon } from '@/ui/icon';
import { BulkLines } from './bulk-outcome';
import type { BulkFact, BulkPreview } from './bulk-state';

/** Before an act that cannot be undone: the dates that will follow, who is told, then the button. */
export function BulkPreviewPanel({ preview }: { preview: BulkPreview }) {
  const half = Math.ceil(preview.facts.length / 2);
  return (
    <section className="border-2 border-navy rounded-panel bg-white overflow-clip mb-5" aria-label={preview.title}>
      <div className="on-navy bg-navy text-white flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-5 py-3">
        <h2 className="text-h3 text-white">{preview.title}</h2>
        <button type="submit" name="intent" value="clear" className="underline underline-offset-2 font-semibold min-h-11 lg:min-h-9">
          Clear selection
        </button>
      </div>
      {preview.ready.map((id) => (
        <input key={id} type="hidden" name="previewed" value={id} />
      ))}
      {Object.entries(preview.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {preview.shownDueOn !== undefined && <input type="hidden" name="shownDueOn" value={preview.shownDueOn} />}
      {preview.act && (
        <div className="p-5 grid gap-x-10 gap-y-4 xl:grid-cols-[1fr_1fr_auto] xl:items-start">
          <PreviewFacts facts={preview.facts.slice(0, half)} />
          <PreviewFacts facts={preview.facts.slice(half)} />
          {preview.note && <TextArea {...preview.note} rows={3} className="xl:col-span-2" />}
          <div className="xl:self-center">
            <SubmitButton name="intent" value={preview.act.intent} pendingText="Working…">
              {preview.act.label}
            </SubmitButton>
          </div>
        </div>
      )}
      {preview.refused.length > 0 && (
        <div className="flex gap-3 border-t border-line bg-soon-wash px-5 py-3">
          <Icon name="triangle-alert" className="mt-0.5 text-soon" />
          <div className="min-w-0">
            <p className="font-bold">{preview.refused.length === 1 ? 'Left out: this one cannot be done now' : `Left out: ${preview.refused.length} cannot be done now`}</p>
            <BulkLines lines={preview.refused} />
          </div>
        </div>
      )}
    </section>
  );
}

function PreviewFacts({ facts }: { facts: readonly BulkFact[] }) {
  return (
    <dl className="grid grid-cols-[minmax(7rem,auto)_1fr] content-start gap-x-4 gap-y-1">
      {facts.map((fact) => (
        <div key={fact.label} className="contents">
          <dt className="text-ink-soft">{fact.label}</dt>
          <dd>
            {fact.lead && <b>{fact.lead}</b>}
            {fact.text}
          </dd>
        </div>
      ))}
    </dl>
  );
}
