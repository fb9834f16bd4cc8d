import { beforeAll, expect, test } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { parseScope } from '../../../domain/metrics/scope.ts'
import { listCareRows } from '../../../server/analytics/care/list-care-rows.ts'
import { rebuildChunks } from '../../../server/analytics/care/refresh-chunks.ts'
import { getCaseReview } from '../../../server/analytics/cases/get-case-review.ts'
import { mergeCase, type NewCase, openCase } from '../../../server/cases/cases.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { castOfBranch, openAtBranch, seen } from '../cases/branch-case.ts'
import { hour, minute, monday } from '../cases/care-desks.ts'

const now = monday + 2 * hour
const scope = parseScope({ period: '2026-06-08..2026-06-08', zone: 'Europe/Warsaw' })
let eva: SignedIn

beforeAll(async () => {
  ;({ eva } = await castOfBranch())
  const [kept, duplicate] = [await openAtBranch(eva), await openAtBranch(eva)]
  await mergeCase({ caseId: duplicate, into: kept, reason: 'Twice' }, seen(eva, 1, monday + minute))
  const told: NewCase = {
    ...{
      customerRef: 'anna',
      externalId: 'crm-4711',
      source: 'api',
      kind: 'card',
      desk: 'branch',
      owner: null,
    },
    ...{ channel: 'phone', summary: 'x', priority: null, category: null, segment: null, language: null },
    ...{ alertId: null, openedAt: monday, next: null },
  }
  const actor = { kind: 'apiKey', id: 'crm', name: 'CRM' } as const
  await getPrisma().$transaction((tx) => openCase(tx, told, { actor, now: monday }))
  await rebuildChunks()
})

test.each(['cases-opened', 'backlog'] as const)(
  'rows of %s name a case by the id of the system that told of it, never by a request’s key of our own',
  async (metric) => {
    const { rows } = await listCareRows(metric, scope, { now, part: 'counted', cursor: null, limit: 50 })
    expect(rows.map(({ externalId }) => externalId).toSorted()).toEqual(['crm-4711', null])
    expect(rows.every(({ reference }) => /^[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(reference))).toBe(true)
  },
)

test('a duplicate that was merged is counted apart as merged', async () => {
  expect((await getCaseReview(scope, { now })).excluded).toEqual({ merged: 1, excluded: 0 })
})
