import type { Metadata } from 'next';
import { requireActor } from '@/server/auth/require-actor';
import { listMailExamples, type MailExample } from '@/server/queries/list-mail-examples';
import { FactRows } from '@/ui/facts';
import { PageTitle } from '@/ui/frame/page-title';
import { Panel, PanelBody, PanelHead } from '@/ui/panel';
import { WrapWide } from '@/ui/wrap';
import { AdministrationTabs } from '../administration-tabs';

export const metadata: Metadata = { title: 'Mail texts' };

/** Every e-mail that the portal sends, as it will look: worded by the functions that word the real ones. */
export default async function MailTextsPage() {
  await requireActor('administration');
  const examples = listMailExamples();
  return (
    <WrapWide className="pt-4">
      <AdministrationTabs current="/mail-texts" />
      <PageTitle title="Mail texts" />
      <p className="mt-3 max-w-[44rem]">
        These are all {examples.length} kinds of e-mail that the portal sends, each with a made-up ticket. They hold the ticket’s and the plan’s number, what happened, dates and a link, never what somebody typed or a member’s data. Each goes out as plain text with an HTML part of the same words.
      </p>
      <div className="grid gap-x-10 gap-y-6 mt-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <nav aria-label="Kinds of e-mail" className="lg:sticky lg:top-4 self-start">
          <ul className="grid gap-1.5">
            {examples.map(({ kind, title }) => (
              <li key={kind}>
                <a href={`#${kind}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="grid gap-6">
          {examples.map((example) => (
            <Example key={example.kind} example={example} />
          ))}
        </div>
      </div>
    </WrapWide>
  );
}

function Example({ example }: { example: MailExample }) {
  const { kind, title, when, to, message } = example;
  return (
    <Panel id={kind} labelledBy={`${kind}-title`} className="avoid-break scroll-mt-4">
      <PanelHead wash>
        <h2 id={`${kind}-title`} className="text-h3">
          {title}
        </h2>
      </PanelHead>
      <PanelBody>
        <FactRows
          facts={[
            { label: 'When', value: when },
            { label: 'Goes to', value: to },
            { label: 'Subject', value: <b>{message.subject}</b> },
          ]}
        />
        <div className="border-l-4 border-navy-pale pl-5 mt-5 grid gap-3 max-w-[44rem]">
          {message.text
            .trim()
            .split('\n\n')
            .map((paragraph) => (
              <p key={paragraph} className="whitespace-pre-line wrap-anywhere">
                {paragraph}
              </p>
            ))}
        </div>
      </PanelBody>
    </Panel>
  );
}
