import { listSandboxSignIns } from '@/server/sandbox/list-sign-ins';
import { Disclosure } from '@/ui/disclosure';
import { SandboxSignIns } from './sandbox-sign-ins';

/** The list of the sandbox's people under a page's own content, `folded` where that is long; nothing at all on a real portal. */
export async function SandboxSignInSection({ folded, className }: { folded?: boolean; className?: string }) {
  const signIns = await listSandboxSignIns();
  if (signIns === null) return null;
  const list = <SandboxSignIns {...signIns} headingAs="h3" />;
  return (
    <section aria-labelledby="sandbox-sign-ins" className={className}>
      <h2 id="sandbox-sign-ins">Who can sign in to this sandbox</h2>
      <div className="mt-3">{folded ? <Disclosure summary={`${signIns.people.length} people, by role`}>{list}</Disclosure> : list}</div>
    </section>
  );
}
