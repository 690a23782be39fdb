import type { Metadata } from 'next';
import { personOfLink } from '@/server/auth/password-link';
import { PASSWORD_MIN } from '@/server/auth/passwords';
import { getAgency } from '@/server/queries/get-agency';
import { ActionForm } from '@/ui/forms/action-form';
import { SubmitButton } from '@/ui/forms/submit-button';
import { TextField } from '@/ui/forms/text-field';
import { PageTitle } from '@/ui/frame/page-title';
import { Panel, PanelBody } from '@/ui/panel';
import { phoneHref } from '@/ui/phone-href';
import { Wrap } from '@/ui/wrap';
import { setPasswordAction } from './actions';

// The link's token goes into no Referer. NB: with `no-referrer` the form's own Origin would be `null`, and refused.
export const metadata: Metadata = { title: 'Set your password', referrer: 'strict-origin' };

async function DeadLink() {
  const agency = await getAgency();
  return (
    <Wrap className="pt-8">
      <PageTitle title="This link is not good any more" lead="It was used already, or it is older than 24 hours." />
      <p className="mt-5 text-lead">
        Ask the Portal Team for a new one: <a className="wrap-anywhere" href={`mailto:${agency.portalTeamEmail}`}>{agency.portalTeamEmail}</a>, <a className="whitespace-nowrap" href={phoneHref(agency.portalTeamPhone)}>{agency.portalTeamPhone}</a>.
      </p>
    </Wrap>
  );
}

type Props = { params: Promise<{ token: string }> };

export default async function SetPasswordPage({ params }: Props) {
  const { token } = await params;
  const person = await personOfLink(token);
  if (person === null) return <DeadLink />;
  return (
    <Wrap className="pt-8">
      <PageTitle title="Set your password" lead={`${person.name}, you sign in as ${person.email}.`} />
      <Panel floating className="mt-6 max-w-[34rem]">
        <PanelBody>
          <ActionForm action={setPasswordAction.bind(null, token)} className="grid gap-5" label="Set your password">
            {/* Drawn for password managers alone, which keep the password under this name. */}
            <input type="email" name="username" autoComplete="username" defaultValue={person.email} readOnly hidden />
            <TextField name="password" label="New password" hint={`At least ${PASSWORD_MIN} characters. A few words are easy to remember.`} type="password" autoComplete="new-password" secret />
            <TextField name="again" label="The same once more" type="password" autoComplete="new-password" secret />
            <div>
              <SubmitButton size="large">Set password</SubmitButton>
            </div>
          </ActionForm>
        </PanelBody>
      </Panel>
    </Wrap>
  );
}
