import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentActor } from '@/server/auth/current-actor';
import { ownPath } from '@/server/auth/own-path';
import { getAgency } from '@/server/queries/get-agency';
import { ActionForm } from '@/ui/forms/action-form';
import { SubmitButton } from '@/ui/forms/submit-button';
import { TextField } from '@/ui/forms/text-field';
import { PageTitle } from '@/ui/frame/page-title';
import { Notice } from '@/ui/notice';
import { Panel, PanelBody } from '@/ui/panel';
import { phoneHref } from '@/ui/phone-href';
import { Wrap } from '@/ui/wrap';
import { homeOf } from '../../home-of';
import { SandboxSignInSection } from '../../sandbox/sandbox-sign-in-section';
import { signInAction } from './actions';

export const metadata: Metadata = { title: 'Sign in' };

const DONE: Record<string, string> = {
  'signed-out': 'You are signed out.',
  'password-set': 'Your password is set. Sign in with it.',
};

type Props = { searchParams: Promise<{ next?: string; done?: string }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next, done } = await searchParams;
  const actor = await currentActor();
  if (actor !== null) redirect(next === undefined ? homeOf(actor.role) : ownPath(next));
  const agency = await getAgency();
  const notice = done !== undefined && Object.hasOwn(DONE, done) ? DONE[done] : undefined;
  return (
    <Wrap className="pt-8">
      <PageTitle title="Sign in" />
      {notice !== undefined && <Notice tone="success" announce className="mt-5 max-w-[34rem]">{notice}</Notice>}
      <div className="mt-6 grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,34rem)_minmax(0,1fr)]">
        <Panel floating className="self-start">
          <PanelBody>
            <ActionForm action={signInAction.bind(null, ownPath(next))} className="grid gap-5" label="Sign in">
              <TextField name="email" label="E-mail address" type="email" autoComplete="username" />
              <TextField name="password" label="Password" type="password" autoComplete="current-password" secret />
              <div>
                <SubmitButton size="large" pendingText="Signing in…">Sign in</SubmitButton>
              </div>
            </ActionForm>
          </PanelBody>
        </Panel>
        <section aria-labelledby="help" className="text-lead max-w-[34rem]">
          <h2 id="help">No account, or no password?</h2>
          <p className="mt-3">The Portal Team sets up accounts for providers and health plans, and sends a link for a new password. The link is good once, for 24 hours.</p>
          <p className="mt-3">
            <a className="wrap-anywhere" href={`mailto:${agency.portalTeamEmail}`}>{agency.portalTeamEmail}</a>
            <br />
            <a href={phoneHref(agency.portalTeamPhone)}>{agency.portalTeamPhone}</a>
          </p>
        </section>
      </div>
      <SandboxSignInSection className="mt-12" />
    </Wrap>
  );
}
