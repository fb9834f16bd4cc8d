import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { giveBackAlert, giveOutcome, takeAlert, takeNextAlert } from '../../../server/alerts/alerts.ts'
import { ensureAskingPolicy } from '../../../server/asking/asking.ts'
import { openCase, setPresence } from '../../../server/cases/cases.ts'
import { getPool } from '../../../server/db/pool.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { addDesks, addPerson } from '../cases/care-desks.ts'
import { addAlerts, alertRow, historyOf, minute, monday } from './desk-alerts.ts'

let anna: SignedIn
let boris: SignedIn
let maria: SignedIn

const take = (signedIn: SignedIn, now = monday) => takeNextAlert({ signedIn, now, requestId: 'r' })
const seen = (signedIn: SignedIn, expectedVersion: number, now = monday) => ({
  ...{ signedIn, expectedVersion, now, requestId: 'r' },
})

beforeAll(async () => {
  await addDesks()
  anna = await addPerson('Anna', 'staff', 'branch')
  boris = await addPerson('Boris', 'staff', 'cards')
  maria = await addPerson('Maria', 'manager')
})

beforeEach(async () => {
  await getPool().query('TRUNCATE alerts, asking_policy, presence CASCADE')
  await getPool().query(`UPDATE desks SET segments = '{}', languages = '{}'`)
  await ensureAskingPolicy()
})

describe('the next alert', () => {
  it('is the one whose place in the queue comes first, with its history and the audit', async () => {
    const [later, sooner] = await addAlerts([{ dueAt: monday + 20 * minute }, { dueAt: monday + 5 * minute }])
    const taken = await take(anna)
    expect(taken).toEqual({ id: sooner, version: 2 })
    expect(await alertRow(sooner!)).toMatchObject({
      status: 'claimed',
      claimed_by: anna.personId,
      version: 2,
    })
    expect(await historyOf(sooner!)).toEqual([
      { type: 'alert.claimed', by: anna.personId, payload: { by: anna.personId, takenFrom: null } },
    ])
    const audit = await getPool().query(`SELECT action FROM audit_entries WHERE subject_id = $1`, [sooner])
    expect(audit.rows).toEqual([{ action: 'alert.claimed' }])
    expect((await alertRow(later!)).status).toBe('open')
  })

  it('is none when the queue is empty', async () => {
    expect(await take(anna)).toBeNull()
  })

  it('belongs to a customer in an emergency before everybody else', async () => {
    const [, urgent] = await addAlerts([
      { dueAt: monday },
      { dueAt: monday + 60 * minute, customerRef: 'in-need' },
    ])
    await getPrisma().$transaction((tx) =>
      openCase(
        tx,
        {
          ...{ customerRef: 'in-need', externalId: 'call-1', source: 'app', kind: 'stolen', desk: 'branch' },
          ...{ owner: null, channel: 'phone', summary: 'wallet gone', priority: null, category: null },
          ...{ segment: null, language: null, alertId: null, openedAt: monday, next: null },
        },
        { actor: { kind: 'system', id: null, name: 'test' }, now: monday },
      ),
    )
    expect((await take(anna))?.id).toBe(urgent)
  })

  it('is never of a customer about whom a colleague is asking', async () => {
    const [, , other] = await addAlerts([
      { customerRef: 'one', dueAt: monday },
      { customerRef: 'one', dueAt: monday + minute },
      { customerRef: 'two', dueAt: monday + 2 * minute },
    ])
    await take(anna)
    expect((await take(boris))?.id).toBe(other)
    expect(await take(boris)).toBeNull()
    expect(await take(anna)).not.toBeNull()
  })

  it('fits the segments and languages of the desk; what names none fits every desk', async () => {
    await getPool().query(`UPDATE desks SET segments = '{vip}', languages = '{pl}' WHERE key = 'cards'`)
    const [, , fits, any] = await addAlerts([
      { segment: 'retail', language: 'pl' },
      { segment: 'vip', language: 'ru' },
      { segment: 'vip', language: 'pl' },
      {},
    ])
    expect([(await take(boris))?.id, (await take(boris))?.id]).toEqual([fits, any])
    expect(await take(boris)).toBeNull()
  })

  it('waits for the time that was set for another try', async () => {
    const [id] = await addAlerts([{}])
    await take(anna)
    await giveBackAlert({ alertId: id!, retryAt: monday + 10 * minute }, seen(anna, 2))
    expect(await take(boris, monday + 9 * minute)).toBeNull()
    expect((await take(boris, monday + 10 * minute))?.id).toBe(id)
  })

  it('is nobody’s who is away', async () => {
    await addAlerts([{}])
    const change = { signedIn: anna, now: monday, requestId: 'r' }
    const away = { state: 'away', until: monday + 60 * minute, coveredBy: null, note: null } as const
    await setPresence(away, change)
    await expect(take(anna)).rejects.toMatchObject({ code: 'unprocessable', details: { reason: 'away' } })
    expect(await take(anna, monday + 60 * minute)).not.toBeNull()
  })

  it('is not for a desk that does not ask', async () => {
    await addAlerts([{}])
    await getPool().query(`UPDATE asking_policy SET desks = '{cards}'`)
    await expect(take(anna)).rejects.toMatchObject({ details: { reason: 'otherDesk' } })
    expect(await take(boris)).not.toBeNull()
  })

  it('is refused beyond the load limit, also to ten requests of one person at once', async () => {
    await addAlerts(Array.from({ length: 12 }, () => ({})))
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => take(anna)))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    const refused = answers.find((one) => one.status === 'rejected')
    expect(refused?.reason).toMatchObject({
      code: 'unprocessable',
      details: { reason: 'handFull', inHand: 5 },
    })
    const { rows } = await getPool().query(`SELECT count(*) AS n FROM alerts WHERE status = 'claimed'`)
    expect(rows[0].n).toBe(5)
  })

  it('is never the same for two of twenty people who take at once, until the queue is empty', async () => {
    const ids = await addAlerts(Array.from({ length: 400 }, () => ({})))
    await getPool().query('UPDATE asking_policy SET load_limit = 50')
    const people = await Promise.all(
      Array.from({ length: 20 }, (_, i) => addPerson(`Worker${i}`, 'staff', 'branch')),
    )
    const taken = await Promise.all(
      people.map(async (person) => {
        const mine: string[] = []
        for (let next = await take(person); next !== null; next = await take(person)) {
          mine.push(next.id)
          if (mine.length === 50) break
        }
        return mine
      }),
    )
    const all = taken.flat()
    expect(all).toHaveLength(400)
    expect(new Set(all)).toEqual(new Set(ids))
  })
})

describe('one very alert', () => {
  it('is one person’s when two take it at once, and the other is told who was faster', async () => {
    const [id] = await addAlerts([{}])
    const answers = await Promise.allSettled([takeAlert(id!, seen(anna, 1)), takeAlert(id!, seen(boris, 1))])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = answers.find((one) => one.status === 'rejected')
    const winner = (await alertRow(id!)).claimed_by
    expect(refused?.reason).toMatchObject({
      code: 'conflict',
      details: { current: { status: 'claimed', claimedBy: winner } },
    })
  })

  it('may be taken over by a manager, after which the colleague’s answer is refused', async () => {
    const [id] = await addAlerts([{}])
    await takeAlert(id!, seen(anna, 1))
    await takeAlert(id!, seen(maria, 2))
    const answer = { alertId: id!, outcome: 'intended', channel: 'phone', note: null, case: null } as const
    await expect(giveOutcome(answer, seen(anna, 3))).rejects.toMatchObject({ code: 'conflict' })
    await expect(giveOutcome(answer, seen(maria, 3))).resolves.toMatchObject({ version: 4 })
  })

  it.each(['00000000-0000-4000-8000-000000000000', 'no id at all'])(
    'that does not exist is not found: %s',
    async (id) => {
      await expect(takeAlert(id, seen(anna, 1))).rejects.toMatchObject({ code: 'notFound' })
    },
  )
})
