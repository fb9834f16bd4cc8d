import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Actor } from '../../../domain/access/actor.ts'
import { type RampPlan } from '../../../domain/thresholds/ramp-plan.ts'
import { appendAudit } from '../../../server/audit/audit.ts'
import { getPool } from '../../../server/db/pool.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { runDueSwitches } from '../../../server/thresholds/live/run-due-switches.ts'
import { runRamps } from '../../../server/thresholds/live/run-ramps.ts'
import { letRampOn, takeBackRamp } from '../../../server/thresholds/verbs/move-ramp.ts'
import { approveVersion } from '../../../server/thresholds/verbs/review-version.ts'
import { saveDraft } from '../../../server/thresholds/verbs/save-draft.ts'
import { scheduleVersion } from '../../../server/thresholds/verbs/schedule-version.ts'
import { submitVersion } from '../../../server/thresholds/verbs/submit-version.ts'
import { begin, draftOf, hourMs, now, read, rulesOf, window } from './rule-admins.ts'

const ramp: RampPlan = {
  steps: [
    { ppm: 10_000, hours: 1, answers: 0, needsApproval: true },
    { ppm: 100_000, hours: 1, answers: 0, needsApproval: false },
  ],
  guardrails: { alertsPerHour: null, needlessPercent: null, decisionMsP99: null },
}

let irina: Actor
let tomasz: Actor
let olga: Actor
let version: number
let edition: number
let drafted = 20

const by = (actor: Actor) => ({ actor, now, expectedEdition: edition })
const refused = { code: '42501' }

beforeAll(async () => {
  ;({ irina, tomasz, olga } = await begin())
})

beforeEach(async () => {
  if (version !== undefined && (await read(version)).status === 'ramping')
    await takeBackRamp(version, by(irina))
  ;({ version, edition } = await draftOf(irina, 'far-above-usual', ++drafted))
  const { rules, merchantCriteria } = await rulesOf(version)
  await saveDraft(version, { rules, merchantCriteria, note: 'By steps', ramp }, by(irina))
  ;({ edition } = await read(version))
  await submitVersion(version, window, by(irina))
  const { seal } = await read(version)
  await approveVersion(version, { seal, comment: null }, by(tomasz))
  await scheduleVersion(version, null, by(tomasz))
})

async function begun(): Promise<void> {
  while ((await runDueSwitches(now)) > 0);
  expect((await read(version)).status).toBe('ramping')
}

/** A statement about the version, with the entry in the audit that the door asks for besides. */
function withAudit(text: string, actor: Actor = tomasz): Promise<void> {
  return getPrisma().$transaction(async (tx) => {
    await tx.$executeRawUnsafe(text)
    await appendAudit(tx, {
      ...{ actor, at: now, action: 'thresholds.forged' },
      ...{ subjectKind: 'ruleSetVersion', subjectId: String(version) },
    })
  })
}

const word = (actor: Actor, step = 0) =>
  `INSERT INTO rule_set_events (version, seq, type, at, by, by_name, payload)
   VALUES (${version}, 900, 'rampLetOn', now(), '${actor.id}', 'x', '{"step": ${step}}')`

const set = (values: string) => `UPDATE rule_set_versions SET ${values} WHERE version = ${version}`

describe('in SQL a ramp', () => {
  it('is not let on by who wrote the version', async () => {
    await begun()
    await expect(withAudit(word(irina), irina)).rejects.toThrow('Nobody lets on what they wrote or edited')
  })

  it('is not let on by nobody, or by somebody without an account', async () => {
    await begun()
    const stranger = { ...tomasz, id: '00000000-0000-4000-8000-000000000000' } as Actor
    await expect(withAudit(word(stranger), stranger)).rejects.toThrow('Only somebody with an account')
    await expect(withAudit(word(tomasz).replace(`'${tomasz.id}'`, 'NULL'))).rejects.toThrow(
      'Only somebody with an account',
    )
  })

  it('is not let on from a step where it does not stand', async () => {
    await begun()
    await expect(withAudit(word(tomasz, 1))).rejects.toThrow('from the step where it stands')
  })

  it('is not let on without the entry in the audit', async () => {
    await begun()
    await expect(getPool().query(word(tomasz))).rejects.toMatchObject(refused)
  })

  it.each([
    ['to the next step without the word that this one waits for', 'ramp_step = 1, ramp_ppm = 100000'],
    ['to a share that is not its step’s', 'ramp_ppm = 1000000'],
    ['to everybody before its last step', `status = 'active', ramp_ppm = 0`],
    ['to an earlier beginning of its step', `ramp_step_at = ramp_step_at - interval '2 hours'`],
  ])('does not go %s', async (_, values) => {
    await begun()
    await expect(withAudit(set(values))).rejects.toThrow(/ramp/)
    expect(await read(version)).toMatchObject({ status: 'ramping', rampStep: 0, rampPpm: 10_000 })
  })

  it.each([
    ['with everybody', `status = 'active', activated_at = now()`],
    [
      'with its second step',
      `status = 'ramping', ramp_step = 1, ramp_ppm = 100000, ramp_step_at = now(), activated_at = now()`,
    ],
  ])('does not begin %s', async (_, values) => {
    await expect(withAudit(set(values))).rejects.toThrow(/ramp/)
    expect((await read(version)).status).toBe('scheduled')
    await begun()
  })
})

it('a ramp goes on with the word of somebody who did not write it, and not with its author’s', async () => {
  await begun()
  await expect(letRampOn(version, by(irina))).rejects.toMatchObject({ code: 'forbidden' })
  await runRamps(now + hourMs)
  expect(await read(version)).toMatchObject({ rampStep: 0 })
  await letRampOn(version, by(olga))
  expect(await runRamps(now + hourMs)).toBe(1)
  expect(await read(version)).toMatchObject({ rampStep: 1, rampPpm: 100_000 })
  expect(await runRamps(now + 2 * hourMs)).toBe(1)
  expect(await read(version)).toMatchObject({ status: 'active', rampPpm: 0 })
})
