import { demoAccounts, demoPassword } from '../../domain/access/demo-accounts.ts'
import { getPool } from '../db/pool.ts'
import { type Environment } from '../environment.ts'

/** What a person reads when everything runs: where to go and how to get in. */
export async function describeStart(environment: Environment, address: string): Promise<string> {
  const way = environment.demo ? describeDemoAccounts() : await describeFirstAdmin()
  return ['', `  Worth Asking is ready: ${address}`, '', ...way, '  Ctrl+C stops it.', ''].join('\n')
}

function describeDemoAccounts(): string[] {
  const width = Math.max(...demoAccounts.map(({ email }) => email.length))
  return [
    `  Demo accounts, password ${demoPassword}`,
    ...demoAccounts.map(({ email, name, role }) => `    ${email.padEnd(width)}  ${role}, ${name}`),
    '',
  ]
}

async function describeFirstAdmin(): Promise<string[]> {
  const { rowCount } = await getPool().query(
    "SELECT FROM people WHERE role = 'admin' AND status = 'active' AND NOT demo LIMIT 1",
  )
  if (rowCount !== 0) return []
  return [
    '  Nobody can sign in yet. In another terminal, make the first administrator:',
    '    npm run admin -- create-user --email you@example.com --name "Your Name" --role admin',
    '',
  ]
}
