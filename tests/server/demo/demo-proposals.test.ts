import { beforeAll, expect, test } from 'vitest'
import { ensureDemoAccounts } from '../../../server/access/access.ts'
import { loadCare } from '../../../server/demo/load-care.ts'
import { loadProposals } from '../../../server/demo/load-proposals.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { readEffects } from '../../../server/effects/read-effects.ts'
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
