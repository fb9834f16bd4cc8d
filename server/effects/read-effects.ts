import { type Actor } from '../../domain/access/actor.ts'
import { type EffectState } from '../../domain/statistics/effect-verdict.ts'
import { getPrisma } from '../db/prisma.ts'
import { logFailure } from '../observability/log.ts'
import { changeProposal } from '../proposals/proposals.ts'
import { type MeasuredEffect, measureEffect } from './measure-effect.ts'
import { findPlans } from './plan-row.ts'

const gauge: Actor = { kind: 'system', id: null, name: 'Effects' }

/** So long a reading stands before the next is taken. */
const readingEveryMs = 20 * 3_600_000

/** These say only that one has to wait. */
const undecided: readonly EffectState[] = ['tooEarly', 'noSignal']

/**
 * Takes a reading of every implemented proposal's effect that is due at `now` (epoch ms), and lets its proposal know a verdict: at once
 * when there is one, at the end of the window in any case. A final reading is the last: what lies beyond the window is not
 * judged. Gives how many were taken.
 */
export async function readEffects(now: number): Promise<number> {
  const due = await getPrisma().$queryRaw<{ id: string; implemented_at: Date }[]>`
    SELECT p.id::text, p.implemented_at FROM proposals p
    WHERE p.status IN ('implemented', 'effectKnown') AND p.plan_id IS NOT NULL AND p.implemented_at <= ${new Date(now)}
      AND NOT EXISTS (SELECT FROM effect_readings r WHERE r.proposal_id = p.id
                      AND (r.is_over OR r.as_of > ${new Date(now - readingEveryMs)}))
    ORDER BY p.id LIMIT 50`
  const plans = await findPlans(
    getPrisma(),
    due.map(({ id }) => id),
  )
  let taken = 0
  for (const { id, implemented_at: changedAt } of due) {
    const plan = plans.get(id)
    if (plan === undefined) continue
    try {
      await keepReading(id, await measureEffect(plan, changedAt.getTime(), now), now)
      taken += 1
    } catch (cause) {
      // One metric that cannot be read must not keep the others from being measured.
      logFailure(cause, { proposalId: id })
    }
  }
  return taken
}

async function keepReading(proposalId: string, { judged }: MeasuredEffect, now: number): Promise<void> {
  const { state, isOver, shift, smallestDetectableShift, series } = judged
  const change = { actor: gauge, now, expectedVersion: null }
  await changeProposal(proposalId, change, async ({ tx, state: proposal }) => {
    await tx.effectReading.upsert({
      where: { proposalId_asOf: { proposalId, asOf: new Date(now) } },
      create: {
        ...{ proposalId, asOf: new Date(now), state, isOver, shift, smallestDetectableShift },
        ...{ before: series.before.length, after: series.after.length },
      },
      update: {},
    })
    if (proposal.verdict === state || (!isOver && undecided.includes(state))) return []
    const at = Math.max(now, proposal.lastEventAt)
    return [{ type: 'effect.known', at, by: null, payload: { verdict: state } }]
  })
}
