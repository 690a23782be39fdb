import { ROLE_NAMES, type PersonRole } from '@/domain/access/actor';
import { listSandboxSignIns, type SandboxSignIn } from '@/server/sandbox/list-sign-ins';
import { Button } from '@/ui/button';
import { DataTable } from '@/ui/table/data-table';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';
import { signInAsAction } from '../(public)/sandbox/sign-ins/actions';

const COLUMNS = [{ label: 'Person' }, { label: 'Organization' }, { label: 'E-mail' }, { label: 'Sign in', hidden: true }] as const;

function marksOf(person: SandboxSignIn): string | undefined {
  const marks = [person.isPrimary && 'primary staff', person.isOrgAdmin && 'organization’s administrator', person.isBillingAgent && 'billing agent'].filter((mark) => mark !== false);
  return marks.length === 0 ? undefined : marks.join(', ');
}

/** Who can sign in to the sandbox, by role, each with a button that does it; nothing at all on a real portal. */
export async function SandboxSignIns({ headingAs = 'h3' }: { headingAs?: 'h2' | 'h3' }) {
  const signIns = await listSandboxSignIns();
  if (signIns === null) return null;
  const roles = [...new Set(signIns.people.map((p) => p.role))];
  return (
    <div className="grid gap-8">
      <p className="text-lead">
        Everybody here is made up and has the same password: <code>{signIns.password}</code>
      </p>
      {roles.map((role) => (
        <SignInTable key={role} headingAs={headingAs} role={role} people={signIns.people.filter((p) => p.role === role)} password={signIns.password} />
      ))}
    </div>
  );
}

type SignInTableProps = { headingAs: 'h2' | 'h3'; role: PersonRole; people: readonly SandboxSignIn[]; password: string };

function SignInTable({ headingAs: Heading, role, people, password }: SignInTableProps) {
  const id = `sign-ins-${role}`;
  return (
    <section aria-labelledby={id}>
      <Heading id={id}>{ROLE_NAMES[role]}</Heading>
      <DataTable label={`${ROLE_NAMES[role]}: who can sign in`} stack tight className="mt-2">
        <TableHead columns={COLUMNS} />
        <TableBody>
          {people.map((person) => (
            <Row key={person.email}>
              <RowHead sub={marksOf(person)}>{person.name}</RowHead>
              <Cell>{person.organization}</Cell>
              <Cell className="wrap-anywhere">{person.email}</Cell>
              <Cell align="right">
                <form action={signInAsAction}>
                  <input type="hidden" name="email" value={person.email} />
                  <input type="hidden" name="password" value={password} />
                  <Button variant="secondary" size="small" aria-label={`Sign in as ${person.name}`}>
                    Sign in
                  </Button>
                </form>
              </Cell>
            </Row>
          ))}
        </TableBody>
      </DataTable>
    </section>
  );
}
