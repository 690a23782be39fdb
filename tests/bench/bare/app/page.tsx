import { connection } from 'next/server';
import { pool } from './pool';

type Row = { number: string; tracking_number: string; plan_code: string; organization_name: string; status: string; received_on: string };

/** What the portal's pages are measured against: fifty rows of the same database, and nothing else. */
export default async function BarePage() {
  await connection();
  const { rows } = await pool().query<Row>('SELECT number, tracking_number, plan_code, organization_name, status, received_on::text FROM tickets ORDER BY number LIMIT 50');
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={row.number}>
            <td>{row.number}</td>
            <td>{row.tracking_number}</td>
            <td>{row.plan_code}</td>
            <td>{row.organization_name}</td>
            <td>{row.status}</td>
            <td>{row.received_on}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
