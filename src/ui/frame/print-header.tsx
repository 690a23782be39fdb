import { PORTAL_NAME, type Agency } from './agency';

/** What paper shows in place of the masthead. */
export function PrintHeader({ agency }: { agency: Pick<Agency, 'agencyName'> }) {
  return (
    <p className="hidden print:block border-b-2 border-navy pb-2 mb-4">
      <b>{PORTAL_NAME}</b> · {agency.agencyName}
    </p>
  );
}
