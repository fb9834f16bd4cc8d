import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { emptyProfile, parseProfile, remember } from '../../../domain/screening/profile.ts'
import { getPool } from '../../../server/db/pool.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { decide, ensureDefaultRuleSet } from '../../../server/screening/screening.ts'
import { killedStream } from './killed-stream.ts'
import { noon, request } from './transactions.ts'

async function count(table: string): Promise<number> {
  const { rows } = await getPool().query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)
  return rows[0]!.n
}

it('a kill between write and answer loses nothing, and a retry does nothing twice', async () => {
  await getPrisma().$transaction((tx) => ensureDefaultRuleSet(tx, noon))
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/server/screening/killed-child.ts'], {
    env: process.env,
    stdio: 'inherit',
  })
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')
  const before = await count('transactions')
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(300)

  const stream = killedStream()
  const answers = await Promise.all(stream.map((transaction) => decide(request(transaction))))
  expect(answers.filter(({ decision }) => decision.status === 'duplicate')).toHaveLength(before)
  expect(await count('transactions')).toBe(300)
  expect(await count('alerts')).toBe(30)
  const { rows } = await getPool().query('SELECT profile FROM customer_profiles WHERE customer_ref = $1', [
    'c7',
  ])
  const expected = emptyProfile()
  for (const transaction of stream) if (transaction.customerRef === 'c7') remember(expected, transaction)
  expect(parseProfile(rows[0].profile).payments).toEqual(expected.payments)
})
