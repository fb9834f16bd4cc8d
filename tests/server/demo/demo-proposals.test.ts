import { beforeAll, expect, test } from 'vitest'
import { ensureDemoAccounts } from '../../../server/access/access.ts'
import { loadCare } from '../../../server/demo/load-care.ts'
import { parseScope } from '../../../domain/metrics/scope.ts'
import { listJuryGaps } from '../../../server/jury/list-gaps.ts'
import { listEligible } from '../../../server/jury/list-eligible.ts'
import { loadProposals } from '../../../server/demo/load-proposals.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { readEffects } from '../../../server/effects/read-effects.ts'
import { readReviewed } from '../../../server/effects/review/read-reviewed.ts'
import { ensureOrganisation } from '../../../server/organisation/ensure-organisation.ts'
import { checkAnswers } from '../../../server/proposals/answers/check-answers.ts'

const now = Date.UTC(2026, 10, 20, 12)
const zone = 'Europe/Warsaw'

beforeAll(async () => {
  await ensureOrganisation({ name: 'Demo', zone, demo: true, loadedAt: null })
  await ensureDemoAccounts(now)
  await loadCare(now, zone)
  await loadProposals(now, zone)
}, 240_000)

test('three stories in three languages: one implemented, one appealed, one being worked on', async () => {
  const rows = await getPrisma().proposal.findMany({ orderBy: { submittedAt: 'asc' } })
  expect(rows.map(({ language, status }) => [language, status])).toEqual([
    ['ru', 'implemented'],
    ['pl', 'appealed'],
    ['en', 'inProgress'],
  ])
})

test('whoever decided did not write it, the appeal is owed by somebody else, and everybody has an answer', async () => {
  const rows = await getPrisma().proposal.findMany()
  for (const row of rows) expect(row.decidedBy).not.toBe(row.authorId)
  const hearings = await getPrisma().juryRound.findMany({ where: { phase: 'released' } })
  for (const hearing of hearings) expect(hearing.readBy).not.toBe(hearing.writtenBy)
  const appealed = rows.find(({ status }) => status === 'appealed')!
  expect(appealed.answererId).not.toBe(appealed.decidedBy)
  expect(appealed.answerDueAt!.getTime()).toBeGreaterThan(now)
  expect(await checkAnswers()).toEqual({ checked: 3, unanswered: [], ownerless: [] })
})

test('the implemented one shows a likely effect while its window still runs', async () => {
  await readEffects(now)
  const [row] = await getPrisma().proposal.findMany({ where: { language: 'ru' } })
  expect([row!.status, row!.verdict]).toEqual(['effectKnown', 'likelyEffect'])
})

test('the jury scored each of them, so that worth stands against work; both managers may judge the appeal', async () => {
  const manager = await getPrisma().person.findUniqueOrThrow({ where: { email: 'manager2@demo.example' } })
  const about = { now, viewerId: manager.id }
  const { rows } = await readReviewed(parseScope({ period: 'all' }), about)
  expect(rows.map(({ impact, effort }) => [impact !== null, effort !== null])).toEqual([
    [true, true],
    [true, true],
    [true, true],
  ])
  const card = await getPrisma().proposal.findFirstOrThrow({ where: { status: 'appealed' } })
  expect(await getPrisma().$transaction((tx) => listEligible(tx, card.id))).toContain(manager.id)
})

test('no desk of the demo organisation lacks people who could decide a proposal, or hear its appeal', async () => {
  expect(await listJuryGaps()).toEqual([])
})
