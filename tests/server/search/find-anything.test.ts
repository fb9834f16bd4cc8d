import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { getPool } from '../../../server/db/pool.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { findAnything } from '../../../server/search/find-anything.ts'
import { writeEntries } from '../analytics/ledger.ts'

const at = Date.parse('2026-03-02T12:00:00Z')

async function person(role: SignedIn['role']): Promise<SignedIn> {
  const email = `${randomUUID()}@example.com`
  const { id } = await getPrisma().person.create({ data: { email, name: 'Ewa', passwordHash: '', role } })
  return {
    ...{ personId: id, sessionId: '', name: 'Ewa', email, role },
    ...{ language: 'en', colourScheme: 'auto', shortcuts: true },
  }
}

beforeAll(async () => {
  await writeEntries([{ id: 't1', at, customer: 'kowalska_1', alert: { rules: ['extra-zero'] } }])
  await getPool().query(`UPDATE alerts SET reference = 'A-QX7F'`)
  await getPool().query(
    `INSERT INTO customer_profiles (customer_ref, profile, version, updated_at)
     VALUES ('kowalska_1', '{}', 1, now()), ('kowalskaX1', '{}', 1, now())`,
  )
  await getPool().query(
    `INSERT INTO desks (key, name, zone, brief_fields, accept_minutes) VALUES ('cards', '{"en":"c","pl":"c","ru":"c"}', 'UTC', '[]', 30)`,
  )
  await getPool().query(
    `INSERT INTO case_kinds (key, name, target_minutes) VALUES ('card', '{"en":"c","pl":"c","ru":"c"}', 60)`,
  )
  await getPool().query(
    `INSERT INTO cases (customer_ref, id, reference, source, kind, emergency, status, channel, summary, desk, first_desk, turn,
       turn_since, opened_at, target_at, reopens, handoff_count)
     VALUES ('kowalska_1', $1, 'C-QX7F', 'app', 'card', false, 'open', 'phone', '', 'cards', 'cards', 'us', now(), now(), now(), 0, 0)`,
    [randomUUID()],
  )
})

describe('search', () => {
  test('finds customers, alerts and cases by how their reference begins, in any case of letters', async () => {
    const manager = await person('manager')
    expect((await findAnything('kowal', { signedIn: manager, now: 0 })).customers).toHaveLength(2)
    expect(
      (await findAnything('a-qx', { signedIn: manager, now: 0 })).alerts.map(({ reference }) => reference),
    ).toEqual(['A-QX7F'])
    expect((await findAnything('C-QX7F', { signedIn: manager, now: 0 })).cases).toHaveLength(1)
  })

  test('finds the alerts and cases of a customer by the customer', async () => {
    const { alerts, cases } = await findAnything('kowalska_1', { signedIn: await person('manager'), now: 0 })
    expect(alerts.map(({ reference }) => reference)).toEqual(['A-QX7F'])
    expect(cases.map(({ reference }) => reference)).toEqual(['C-QX7F'])
  })

  test('finds a case by its id in the system that told of it, not by a request’s key of our own', async () => {
    const signedIn = await person('manager')
    const found = async () => (await findAnything('INC-77', { signedIn, now: 0 })).cases.length
    await getPool().query(`UPDATE cases SET external_id = 'INC-771'`)
    expect(await found()).toBe(0)
    await getPool().query(`UPDATE cases SET source = 'import'`)
    expect(await found()).toBe(1)
  })

  test('takes a text as it is: an underscore is no wildcard', async () => {
    const { customers } = await findAnything('kowalska_', { signedIn: await person('manager'), now: 0 })
    expect(customers.map(({ id }) => id)).toEqual(['kowalska_1'])
  })

  test('gives staff no case outside of their reach', async () => {
    const staff = await person('staff')
    for (const text of ['C-QX7F', 'kowalska_1'])
      expect((await findAnything(text, { signedIn: staff, now: 0 })).cases).toEqual([])
  })

  test('finds nothing for less than two letters', async () => {
    expect(await findAnything(' k ', { signedIn: await person('manager'), now: 0 })).toEqual({
      ...{ customers: [], alerts: [], cases: [], proposals: [] },
    })
  })
})
