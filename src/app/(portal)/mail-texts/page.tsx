import type { Metadata } from 'next';
import { requireActor } from '@/server/auth/require-actor';
import { listMailExamples, type MailExample } from '@/server/queries/list-mail-examples';
import { Disclosure } from '@/ui/disclosure';
import { FactRows } from '@/ui/facts';
import { PageTitle } from '@/ui/frame/page-title';
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
        These are all {examples.length} kinds of e-mail that the portal sends, each with a made-up ticket. They hold the ticket’s and the plan’s number, what happened, dates and a link, never what somebody typed or a member’s data. Each goes out as plain text with an HTML part of the same words. Open one to read it.
      </p>
      <ul className="mt-6 border border-line rounded-panel divide-y divide-line max-w-[60rem]">
        {examples.map((example) => (
          <li key={example.kind} className="px-5 py-2.5 max-sm:px-4">
            <Example example={example} />
          </li>
        ))}
      </ul>
    </WrapWide>
  );
}

function Example({ example: { title, when, to, message } }: { example: MailExample }) {
  return (
    <Disclosure
      summary={
        <span>
          {title}
          <span className="block no-underline font-normal text-ink-soft">
            <span className="inline-block">{when}</span>
          </span>
        </span>
      }
    >
      <FactRows
        facts={[
          { label: 'Goes to', value: to },
          { label: 'Subject', value: <b>{message.subject}</b> },
        ]}
      />
      <div className="mt-4 grid gap-3 max-w-[44rem]">
        {message.text
          .trim()
          .split('\n\n')
          .map((paragraph) => (
            <p key={paragraph} className="whitespace-pre-line wrap-anywhere">
              {paragraph}
            </p>
          ))}
      </div>
    </Disclosure>
  );
}
