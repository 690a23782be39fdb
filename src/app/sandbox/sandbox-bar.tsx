import { formatChicagoInstant } from '@/shared/chicago';
import { AppLink } from '@/ui/app-link';
import { SandboxRibbon } from '@/ui/frame/sandbox-ribbon';

type SandboxBarProps = { isSandbox: boolean; now: Date; wide?: boolean };

/** The ribbon of a sandbox with what only a sandbox has; nothing at all on a real portal. */
export function SandboxBar({ isSandbox, now, wide }: SandboxBarProps) {
  if (!isSandbox) return null;
  const links = (
    <nav aria-label="Sandbox" className="flex flex-wrap gap-x-4">
      <AppLink href="/sandbox/clock">Move the clock</AppLink>
      <AppLink href="/sandbox/mailbox">Mailbox</AppLink>
      <AppLink href="/sandbox/sign-ins">Who can sign in</AppLink>
    </nav>
  );
  return <SandboxRibbon clockText={formatChicagoInstant(now)} clockIso={now.toISOString()} action={links} wide={wide} />;
}
