import { listSandboxSignIns } from '@/server/sandbox/list-sign-ins';
import { SandboxSignIns } from './sandbox-sign-ins';

/** The list of the sandbox's people under a page's own content; nothing at all on a real portal. */
export async function SandboxSignInSection() {
  const signIns = await listSandboxSignIns();
  if (signIns === null) return null;
  return (
    <section aria-labelledby="sandbox-sign-ins" className="mt-12">
      <h2 id="sandbox-sign-ins">Who can sign in to this sandbox</h2>
      <div className="mt-3">
        <SandboxSignIns {...signIns} headingAs="h3" />
      </div>
    </section>
  );
}
