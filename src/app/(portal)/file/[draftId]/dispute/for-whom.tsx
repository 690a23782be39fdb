import { WHOLE_ORGANIZATION } from '@/domain/tickets/complaint-draft';
import type { DraftView } from '@/server/queries/get-draft';
import { SelectField } from '@/ui/forms/select-field';
import { TextField } from '@/ui/forms/text-field';

/** The provider whose dispute it is; asked only where there is a choice. */
export function ForWhom({ view: { draft, facts } }: { view: DraftView }) {
  const { organizations } = facts;
  const organization = organizations.find((o) => o.id === draft.organizationId) ?? null;
  const facilities = organization?.facilities ?? [];
  return (
    <section aria-labelledby="for-whom" className="grid gap-6">
      <h2 id="for-whom">For whom</h2>
      {organizations.length > 1 ? (
        <SelectField
          name="organizationId"
          label="Client"
          hint={facilities.length > 1 ? 'With another client, its facilities are asked for when you save.' : undefined}
          options={organizations.map((o) => ({ value: o.id, label: o.name }))}
          emptyLabel="Choose"
          defaultValue={draft.organizationId}
          className="max-w-[28rem]"
        />
      ) : (
        organization && (
          <p className="-mt-3">
            This complaint is for <b>{organization.name}</b>.
          </p>
        )
      )}
      {facilities.length > 1 && (
        <SelectField
          name="facilityId"
          label="Facility"
          options={[{ value: WHOLE_ORGANIZATION, label: 'The whole organization' }, ...facilities.map((f) => ({ value: f.id, label: f.name }))]}
          emptyLabel="Choose"
          defaultValue={facilities.some((f) => f.id === draft.facilityId) || draft.facilityId === WHOLE_ORGANIZATION ? draft.facilityId : ''}
          className="max-w-[28rem]"
        />
      )}
      <TextField name="npi" label="NPI" optional hint="10 digits, of the provider or group that billed." inputMode="numeric" autoComplete="off" defaultValue={draft.npi} inputClassName="max-w-[14rem]" />
    </section>
  );
}
