import { mkdtempSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { getPool } from '../../../server/db/pool.ts'
import { findCaseLogMapping, importIncidents } from '../../../server/imports/imports.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'case-log-'))
const now = Date.UTC(2026, 5, 1)

function write(name: string, text: string): string {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

const mapping = {
  ...{ log: 'cases', name: 'my-helpdesk', delimiter: ';', zone: 'Europe/Warsaw', kind: 'helpdesk' },
  unknown: ['-'],
  columns: {
    ...{ case: 'Ticket', state: 'Status', updatedAt: 'Changed', desk: 'Team', person: 'Agent' },
    ...{ customer: 'Client', category: 'Topic' },
  },
  states: { resolved: ['Done'], customer: ['Waiting for client'] },
}

/** Times are Warsaw's: two hours ahead of UTC in May. */
const log = `Ticket;Changed;Status;Team;Agent;Client;Topic
T-1;2026-05-04 10:00:00;Open;Front;Ada;c1;Cards & PINs
T-1;2026-05-04 10:30:00;Open;Cards;-;c1;Cards & PINs
T-1;2026-05-04 11:00:00;Open;Cards;Bo;c1;Cards & PINs
T-1;2026-05-04 11:10:00;Waiting for client;Cards;Bo;c1;Cards & PINs
T-1;2026-05-04 12:10:00;Done;Cards;Bo;c1;Cards & PINs
T-1;2026-05-05 09:00:00;Open;Cards;Bo;c1;Cards & PINs
T-1;2026-05-05 09:20:00;Done;Cards;Bo;c1;Cards & PINs
T-2;not a time;Open;Front;Ada;c2;-
`

describe('a mapping file for a log of cases', () => {
  test('brings cases in by its own columns, words and zone', async () => {
    const found = await findCaseLogMapping(write('helpdesk.json', JSON.stringify(mapping)))
    const { summary, outcome } = await importIncidents({
      ...{ file: write('log.csv', log), mapping: found!, now },
    })
    expect(outcome).toBe('imported')
    expect(summary).toMatchObject({
      ...{ preset: 'my-helpdesk', cases: 1, handoffs: 1, accepted: 1, reopened: 1, desks: 2 },
      rejects: { noTime: 1 },
    })
    const { rows: cases } = await getPool().query(
      'SELECT kind, opened_at, first_resolved_at, last_resolved_at, reopens, customer_ref FROM cases',
    )
    expect(cases).toEqual([
      {
        ...{ kind: 'helpdesk-cards-pins', customer_ref: 'c1', reopens: 1 },
        opened_at: new Date('2026-05-04T08:00:00Z'),
        first_resolved_at: new Date('2026-05-04T10:10:00Z'),
        last_resolved_at: new Date('2026-05-05T07:20:00Z'),
      },
    ])
    const { rows: handoffs } = await getPool().query('SELECT from_desk, to_desk, acceptance_ms FROM handoffs')
    expect(handoffs).toEqual([{ from_desk: 'Front', to_desk: 'Cards', acceptance_ms: 1_800_000 }])
    const { rows: turns } = await getPool().query(
      `SELECT turn, sum(extract(epoch FROM ended_at - started_at))::int AS seconds FROM case_segments GROUP BY turn ORDER BY turn`,
    )
    expect(turns).toEqual([
      { turn: 'customer', seconds: 3600 },
      { turn: 'us', seconds: 4200 + 1200 },
    ])
  })

  test('one of purchases is not one of cases', async () => {
    expect(await findCaseLogMapping(write('till.json', '{"name":"my-till"}'))).toBeNull()
    expect(await findCaseLogMapping('online-retail')).toBeNull()
  })

  test.each([
    ['a state is missing', { ...mapping, states: { resolved: [] } }, 'states.resolved'],
    ['a member is unknown', { ...mapping, colour: 'red' }, 'colour'],
    ['the name is a preset', { ...mapping, name: 'servicenow-incidents' }, 'like a preset'],
    ['a column is missing', { ...mapping, columns: { case: 'Ticket' } }, 'columns.updatedAt'],
  ])('%s: refused with the place', async (_, wrong, place) => {
    const file = write('wrong.json', JSON.stringify(wrong))
    await expect(findCaseLogMapping(file)).rejects.toMatchObject({
      ...{ code: 'invalidInput', userMessage: expect.stringContaining(place) as string },
    })
  })
})
