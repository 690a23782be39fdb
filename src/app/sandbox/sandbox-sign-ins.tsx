import type { ReactNode } from 'react';
import { ROLE_NAMES, type PersonRole } from '@/domain/access/actor';
import type { SandboxSignIn, SandboxSignIns as ListOfSignIns } from '@/server/sandbox/list-sign-ins';
import { Button } from '@/ui/button';
import { DataTable } from '@/ui/table/data-table';
import { Cell, Row, RowHead, TableBody, TableHead } from '@/ui/table/table-parts';
import { signInAsAction } from '../(public)/sandbox/sign-ins/actions';

const COLUMNS = [{ label: 'Person, e-mail' }, { label: 'Organization' }, { label: 'Sign in', hidden: true }] as const;

function marksOf(person: SandboxSignIn): ReactNode {
  const marks = [person.isPrimary && 'primary staff', person.isOrgAdmin && 'organization’s administrator', person.isBillingAgent && 'billing agent'].filter((mark) => mark !== false);
  return marks.length === 0 ? undefined : <span className="whitespace-normal">{marks.join(', ')}</span>;
}

type SandboxSignInsProps = ListOfSignIns & { headingAs: 'h2' | 'h3' };

/** Who can sign in to the sandbox, by role, each with a button that does it. */
export function SandboxSignIns({ people, password, headingAs }: SandboxSignInsProps) {
  const roles = [...new Set(people.map((p) => p.role))];
  return (
    <div className="grid gap-8">
      <p className="text-lead">
        Everybody here is made up and has the same password: <code>{password}</code>
      </p>
      {roles.map((role) => (
        <SignInTable key={role} headingAs={headingAs} role={role} people={people.filter((p) => p.role === role)} password={password} />
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
              <RowHead sub={<span className="whitespace-normal wrap-anywhere">{person.email}</span>}>
                <span className="whitespace-normal">{person.name}</span>
              </RowHead>
              <Cell sub={marksOf(person)}>{person.organization}</Cell>
              <Cell align="right">
                <form action={signInAsAction}>
                  <input type="hidden" name="email" value={person.email} />
                  <input type="hidden" name="password" value={password} />
                  <Button variant="secondary" size="small" className="whitespace-nowrap" aria-label={`Sign in as ${person.name}`}>
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
