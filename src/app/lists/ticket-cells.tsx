import { PartyName } from '@/ui/table/party-name';
import { Cell } from '@/ui/table/table-parts';

/** Who complains, and whom to call about it. */
export function ProviderCell({ item }: { item: { provider: string; contact: string } }) {
  return (
    <Cell sub={item.contact}>
      <PartyName name={item.provider} />
    </Cell>
  );
}

export function IssueCell({ item }: { item: { issueType: string; program: string } }) {
  return <Cell sub={item.program}>{item.issueType}</Cell>;
}
