import { beforeAll, describe, expect, test } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { listProposalMarkers } from '../../../server/effects/effects.ts'
import { readEffects } from '../../../server/effects/read-effects.ts'
import { changeProposal } from '../../../server/proposals/proposals.ts'
import { addDesks, addPerson, minute, monday } from '../cases/care-desks.ts'
import { callerOf, submitStory } from '../jury/jury-people.ts'

const day = 86_400_000
const week = 7 * day
let zofia: SignedIn
let igor: SignedIn
let marek: SignedIn

const plan = {
  ...{ metric: 'cases-opened', filters: ['kind:is:card'], direction: 'down good' as const },
  ...{ bucket: 'week' as const, baselineBuckets: 20, windowBuckets: 12, smallestChange: 2 },
  ...{ triggerFirst: null, triggerLast: null, steps: 'Open the form at the branch.' },
}

beforeAll(async () => {
  await addDesks()
  zofia = await addPerson('Zofia', 'staff', 'branch')
  igor = await addPerson('Igor', 'staff', 'cards')
  marek = await addPerson('Marek', 'manager')
})

async function accepted(at: number): Promise<string> {
  const proposalId = await submitStory(zofia, at)
  const change = {
    actor: { kind: 'system', id: null, name: 'test' } as const,
    now: at,
    expectedVersion: null,
  }
  await changeProposal(proposalId, change, () => [
    { type: 'review.started', at, by: null, payload: {} },
    {
      ...{ type: 'decision.delivered', at, by: marek.personId },
      payload: {
        ...{ outcome: 'accepted', reason: 'Small and it hurts every week.', whatWouldChange: null },
        ...{ decidedBy: marek.personId, readBy: null },
      },
    },
  ])
  return proposalId
}

const seen = async (proposalId: string) => ({
  proposalId,
  version: (await getPrisma().proposal.findUniqueOrThrow({ where: { id: proposalId } })).version,
})

async function implemented(at: number): Promise<string> {
  const proposalId = await accepted(at - 3 * week)
  await callerOf(marek, at - 2 * week).effects.savePlan({ proposalId, ownerId: igor.personId, plan })
  await callerOf(marek, at - 2 * week).effects.lockPlan(await seen(proposalId))
  await callerOf(igor, at - week).effects.start(await seen(proposalId))
  await callerOf(igor, at).effects.finish(await seen(proposalId))
  return proposalId
}

/** So many cases of a kind in each week from 30 weeks before `at` on, by hand. */
async function openCases(at: number, weekly: (week: number) => number): Promise<void> {
  const { id: personId } = await getPrisma().person.findFirstOrThrow()
  for (let index = -30; index < 13; index += 1) {
    for (let n = 0; n < weekly(index); n += 1) {
      const opened = at + index * week + n * 3_600_000
      await callerOf({ ...zofia, personId: zofia.personId || personId }, opened).cases.open({
        ...{ requestKey: crypto.randomUUID(), customerRef: `c${index}-${n}`, kind: 'card', desk: 'branch' },
        ...{ channel: 'branch', summary: 'Wrong address', segment: null, language: 'pl', alertId: null },
      })
    }
  }
}

describe('an accepted proposal', () => {
  test('gets a plan from whoever may decide, and its owner hears of it', async () => {
    const proposalId = await accepted(monday)
    const save = (person: SignedIn) =>
      callerOf(person, monday + minute).effects.savePlan({ proposalId, ownerId: igor.personId, plan })
    await expect(save(igor)).rejects.toThrow(/owner of this proposal or a manager/)
    await save(marek)
    expect((await callerOf(igor, monday).notifications.list()).items[0]?.href).toBe(`/effects/${proposalId}`)
    await expect(save(igor)).resolves.toBeUndefined()
    await expect(callerOf(zofia, monday).effects.start(await seen(proposalId))).rejects.toThrow()
  })

  test('keeps a locked plan as it is, whoever writes', async () => {
    const proposalId = await accepted(monday)
    await callerOf(marek, monday).effects.savePlan({ proposalId, ownerId: igor.personId, plan })
    await callerOf(marek, monday + minute).effects.lockPlan(await seen(proposalId))
    await expect(
      callerOf(marek, monday).effects.savePlan({ proposalId, ownerId: igor.personId, plan }),
    ).rejects.toThrow(/locked/)
    await expect(
      getPrisma().effectPlan.updateMany({ where: { proposalId }, data: { smallestChange: 0.1 } }),
    ).rejects.toThrow(/locked/)
  })

  test('cannot start before its plan is locked, and can be stopped with an answer to its author', async () => {
    const proposalId = await accepted(monday)
    await expect(callerOf(marek, monday).effects.start(await seen(proposalId))).rejects.toThrow(
      /Lock the plan/,
    )
    await callerOf(marek, monday + minute).effects.stop({
      ...(await seen(proposalId)),
      ...{
        reason: 'The supplier ends the product this year.',
        whatWouldChange: 'Another supplier of the same product.',
      },
    })
    expect(await callerOf(zofia, monday).proposals.get({ proposalId })).toMatchObject({
      ...{ status: 'declined', whatWouldChange: 'Another supplier of the same product.' },
    })
    await expect(callerOf(zofia, monday).effects.get({ proposalId })).rejects.toThrow(/no accepted proposal/)
    const { items } = await callerOf(zofia, monday).effects.list()
    expect(items.find(({ id }) => id === proposalId)).toMatchObject({ status: 'stopped', state: null })
  })
})

describe('the effect of an implemented proposal', () => {
  const changedAt = monday
  let proposalId: string

  beforeAll(async () => {
    await openCases(changedAt, (index) => (index < 0 ? [5, 6, 5, 4, 6][(index + 30) % 5]! : index % 2))
    proposalId = await implemented(changedAt)
  }, 240_000)

  test('is too early to tell at first, and nobody is told a verdict', async () => {
    expect(await readEffects(changedAt + 2 * week)).toBe(1)
    const { status, measured } = await callerOf(zofia, changedAt + 2 * week).effects.get({ proposalId })
    expect(status).toBe('implemented')
    expect(measured?.judged.state).toBe('tooEarly')
  })

  test('is known with its limits, its window and what it could have found, and its author hears of it', async () => {
    const now = changedAt + 9 * week
    await readEffects(now)
    const { status, measured, readings } = await callerOf(zofia, now).effects.get({ proposalId })
    expect(status).toBe('effectKnown')
    expect(measured?.judged).toMatchObject({ state: 'likelyEffect', isOver: false })
    expect(measured?.judged.series.before).toHaveLength(20)
    expect(measured?.judged.baseline?.mean).toBeGreaterThan(4.5)
    expect(measured?.judged.shift).toBeLessThan(-4)
    expect(measured?.judged.smallestDetectableShift).toBeGreaterThan(0)
    expect(readings.map(({ state }) => state)).toEqual(['likelyEffect', 'tooEarly'])
    const told = (await callerOf(zofia, now).notifications.list()).items.map(({ sentence }) => sentence)
    expect(told.some((sentence) => /verdict on the effect/.test(sentence))).toBe(true)
  })

  test('is read about once a day, and not any more when its window is over', async () => {
    const now = changedAt + 9 * week + 3_600_000
    expect(await readEffects(now)).toBe(0)
    expect(await readEffects(changedAt + 14 * week)).toBe(1)
    const { measured } = await callerOf(zofia, changedAt + 14 * week).effects.get({ proposalId })
    expect(measured?.judged).toMatchObject({ state: 'sustained', isOver: true })
    expect(await readEffects(changedAt + 20 * week)).toBe(0)
  })

  test('is confounded by another implemented proposal of the same metric in its window', async () => {
    await implemented(changedAt + 4 * week)
    const { measured } = await callerOf(zofia, changedAt + 9 * week).effects.get({ proposalId })
    expect(measured?.judged.state).toBe('confounded')
    expect(measured?.confounders).toMatchObject([{ explains: true, change: { kind: 'proposal' } }])
  })

  test('stands on the page of all effects and as a marker on charts', async () => {
    const { items } = await callerOf(zofia, changedAt + 14 * week).effects.list()
    expect(items.find(({ id }) => id === proposalId)).toMatchObject({ state: 'sustained', owner: 'Igor' })
    const markers = await listProposalMarkers({ from: changedAt, to: changedAt + 1 })
    expect(markers).toMatchObject([{ id: proposalId, at: changedAt, metric: 'cases-opened' }])
  })
})
