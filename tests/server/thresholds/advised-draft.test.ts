import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { type Actor } from '../../../domain/access/actor.ts'
import { getPool } from '../../../server/db/pool.ts'
import { getVersionPage } from '../../../server/thresholds/queries/get-version-page.ts'
import { createAdvisedDraft } from '../../../server/thresholds/verbs/create-advised-draft.ts'
import { begin, now, read, window } from './rule-admins.ts'

let irina: Actor
let tomasz: Actor

beforeAll(async () => {
  ;({ irina, tomasz } = await begin())
})

const caught = { asked: 4, share: 0.004, caught: 2, caughtMinor: 9_000 }
const point = {
  rules: [
    {
      ...{ signal: 'amountRatio', threshold: 7, minimumAmountMinor: 30_000 },
      adds: { fit: caught, judge: caught },
    },
  ],
  ...{ fit: caught, judge: caught, amountAlone: caught },
}
const request = { window, level: 'transaction', currency: 'PLN', objective: 'count' }

async function advice(asker: Actor, status: 'done' | 'running') {
  const id = randomUUID()
  const answer = { judgedFrom: now, fitTotal: 600, judgeTotal: 400, points: [point] }
  await getPool().query(
    `INSERT INTO what_if_runs (id, kind, question, status, requested_by, created_at, alive_at, answer)
     VALUES ($1, 'advice', $2, $3, $4, now(), now(), $5)`,
    [id, JSON.stringify(request), status, asker.id, status === 'done' ? JSON.stringify(answer) : null],
  )
  return id
}

const make = (runId: string, place: number, actor: Actor) =>
  createAdvisedDraft({ note: 'Advised', runId, place }, { actor, now, personId: actor.id! })

it('a picked point becomes a draft whose history keeps what the advisor said', async () => {
  const { version } = await make(await advice(irina, 'done'), 0, irina)
  const { status, rules, baseVersion } = await read(version)
  expect({ status, baseVersion }).toEqual({ status: 'draft', baseVersion: 1 })
  expect(rules.rules.find(({ key }) => key === 'far-above-usual')).toMatchObject({
    thresholds: { default: 10, overrides: [{ currency: 'PLN', value: 7 }] },
    minimumAmountMinor: { PLN: 30_000 },
  })
  const page = await getVersionPage({ version, compareWith: null }, { personId: irina.id!, now })
  expect(page.events[0]).toMatchObject({ type: 'drafted', facts: { advice: { request, point } } })
})

it('advice of somebody else, advice that is not done and points that are not there make no draft', async () => {
  const done = await advice(irina, 'done')
  await expect(make(done, 0, tomasz)).rejects.toMatchObject({ code: 'notFound' })
  await expect(make(done, 1, irina)).rejects.toMatchObject({ code: 'unprocessable' })
  await expect(make(await advice(irina, 'running'), 0, irina)).rejects.toMatchObject({
    code: 'unprocessable',
  })
})
