import { beforeAll, expect, test } from 'vitest'
import { appendAudit } from '../../../server/audit/audit.ts'
import { listAudit } from '../../../server/audit/list-audit.ts'
import { listAuditChoices } from '../../../server/audit/list-audit-choices.ts'
import { getPrisma } from '../../../server/db/prisma.ts'

const hour = 3_600_000
const start = Date.UTC(2026, 2, 1, 9)
const ala = { kind: 'person', id: 'ala', name: 'Ala', role: 'admin' } as const
const till = { kind: 'apiKey', id: 'till', name: 'Till' } as const

beforeAll(async () => {
  for (let n = 0; n < 10; n += 1) {
    await getPrisma().$transaction((tx) =>
      appendAudit(tx, {
        actor: n % 2 === 0 ? ala : till,
        action: n < 5 ? 'people.add' : 'people.disable',
        subjectKind: 'person',
        subjectId: `p${n % 3}`,
        after: { n },
        at: start + n * hour,
      }),
    )
  }
})

test('pages follow each other without a gap or a repetition, the newest first', async () => {
  const seen: number[] = []
  let cursor: number | null | undefined
  do {
    const page = await listAudit({}, { cursor: cursor ?? undefined, limit: 4 })
    seen.push(...page.items.map((entry) => entry.seq))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(seen).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
})

test('a last page that is exactly full names no further one', async () => {
  expect(await listAudit({}, { limit: 10 })).toMatchObject({ nextCursor: null })
})

test.each([
  ['by who', { actorId: 'till' }, [10, 8, 6, 4, 2]],
  ['by what', { action: 'people.disable' }, [10, 9, 8, 7, 6]],
  ['by subject', { subjectKind: 'person', subjectId: 'p0' }, [10, 7, 4, 1]],
  ['by time, half-open', { from: iso(start + 2 * hour), to: iso(start + 5 * hour) }, [5, 4, 3]],
  ['by several at once', { actorId: 'ala', action: 'people.add', from: iso(start + hour) }, [5, 3]],
  ['to nothing', { subjectId: "' OR 1=1 --" }, []],
])('entries are found %s', async (_name, filter, expected) => {
  const { items } = await listAudit(filter, { limit: 50 })
  expect(items.map((entry) => entry.seq)).toEqual(expected)
})

test('the choices are those who acted and the words that were used', async () => {
  expect(await listAuditChoices()).toEqual({
    actors: [
      { id: 'ala', name: 'Ala' },
      { id: 'till', name: 'Till' },
    ],
    actions: ['people.add', 'people.disable'],
    subjectKinds: ['person'],
  })
})

function iso(at: number) {
  return new Date(at).toISOString()
}
