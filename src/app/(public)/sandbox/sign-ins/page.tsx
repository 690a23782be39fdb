import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { listSandboxSignIns } from '@/server/sandbox/list-sign-ins';
import { PageTitle } from '@/ui/frame/page-title';
import { Notice } from '@/ui/notice';
import { Wrap } from '@/ui/wrap';
import { SandboxSignIns } from '../../../sandbox/sandbox-sign-ins';

export const metadata: Metadata = { title: 'Who can sign in' };

type Props = { searchParams: Promise<{ wait?: string; refused?: string }> };

export default async function SignInsPage({ searchParams }: Props) {
  const signIns = await listSandboxSignIns();
  if (signIns === null) notFound();
  const { wait, refused } = await searchParams;
  const minutes = Number(wait);
  return (
    <Wrap className="pt-8 grid gap-6">
      <PageTitle title="Who can sign in" lead="The people of this sandbox, by role." />
      {minutes >= 1 && minutes <= 1440 && <Notice tone="warn">There were too many tries. Wait {minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again.</Notice>}
      {refused !== undefined && <Notice tone="warn">This person cannot sign in any more.</Notice>}
      <SandboxSignIns {...signIns} headingAs="h2" />
    </Wrap>
  );
}
