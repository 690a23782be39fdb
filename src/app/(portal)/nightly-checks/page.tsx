import type { Metadata } from 'next';
import { requireActor } from '@/server/auth/require-actor';
import { getNightlyChecks, type FindingKind, type OpenFinding } from '@/server/queries/get-nightly-checks';
import { formatDay } from '@/shared/calendar-date';
import { AppLink } from '@/ui/app-link';
import { ChicagoInstant } from '@/ui/chicago-instant';
import { PageTitle } from '@/ui/frame/page-title';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { DataTable } from '@/ui/table/data-table';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';
import { WrapWide } from '@/ui/wrap';
import { AdministrationTabs } from '../administration-tabs';

export const metadata: Metadata = { title: 'Nightly checks' };

const CHECKS: Record<FindingKind, { title: string; act: string }> = {
  nobody: { title: 'An open ticket with nobody whose turn it is', act: 'Ask the organization for its staff, or assign the review to somebody.' },
  no_clock: { title: 'A ticket without the clock that its status requires', act: 'Tell whoever runs the portal. No date is watched on this ticket.' },
  not_replayed: { title: 'A ticket that is not what its history gives', act: 'Tell whoever runs the portal. Rely on the history until it is mended.' },
  not_marked: { title: 'A date that passed without a mark', act: 'Look whether the worker runs. It marks what is past due every hour.' },
  mail_waits: { title: 'A message that waits for more than an hour', act: 'Look whether the worker runs and the mail server answers.' },
  chain: { title: 'A history that does not hold together', act: 'Tell whoever runs the portal at once, and change nothing on this ticket.' },
};

/** What must not be: the watchdog looks every night, and says here what it found. */
export default async function NightlyChecksPage() {
  const actor = await requireActor('administration');
  const { lookedOn, open, resolved } = await getNightlyChecks(actor);
  return (
    <WrapWide className="pt-4">
      <AdministrationTabs current="/nightly-checks" />
      <PageTitle title="Nightly checks" aside={<p className="text-ink-soft">{lookedOn === null ? 'The first look is tonight.' : `Last look: ${formatDay(lookedOn)}, early morning`}</p>} />
      <p className="mt-3 max-w-[44rem]">Every night the portal looks for what must not be. What it finds stands here until it is gone.</p>
      {open.length === 0 ? (
        <Notice tone={lookedOn === null ? 'info' : 'success'} title={lookedOn === null ? 'Nothing was looked at yet. What it will look for:' : 'All is as it should be'} className="mt-6">
          <ul className="list-disc pl-5">
            {Object.values(CHECKS).map(({ title }) => (
              <li key={title}>{title}{lookedOn === null ? '' : ': none'}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <div className="mt-6">
          <Findings label="What was found, the newest first" findings={open} />
        </div>
      )}
      {resolved.length > 0 && (
        <Section id="resolved" title="Gone within the last 30 days" className="mt-10">
          <div className="mt-3">
            <Findings label="What is gone, the last first" findings={resolved} />
          </div>
        </Section>
      )}
    </WrapWide>
  );
}

function Findings({ label, findings }: { label: string; findings: readonly OpenFinding[] }) {
  return (
    <DataTable label={label} stack>
      <TableHead columns={[{ label: 'What' }, { label: 'Found' }, { label: 'Ticket' }, { label: 'What to do' }]} />
      <TableBody>
        {findings.map((f) => (
          <Row key={f.id}>
            <RowHead sub={<span className="whitespace-normal wrap-anywhere lg:inline-block lg:max-w-[34rem]">{f.what}</span>} className="whitespace-normal">
              {CHECKS[f.kind].title}
            </RowHead>
            <Cell label="Found" sub={f.resolvedAt === null ? undefined : <>gone <ChicagoInstant at={f.resolvedAt} short /></>}>
              <ChicagoInstant at={f.foundAt} short />
            </Cell>
            <Cell label="Ticket">{f.ticketId === null ? 'None' : <AppLink href={`/tickets/${f.ticketId}`}>{f.number}</AppLink>}</Cell>
            <Cell label="What to do" className="lg:max-w-[24rem]">{f.resolvedAt === null ? CHECKS[f.kind].act : 'Nothing.'}</Cell>
          </Row>
        ))}
      </TableBody>
    </DataTable>
  );
}
