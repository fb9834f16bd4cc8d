import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { appendAudit } from '../../audit/audit.ts'
import { getPrisma } from '../../db/prisma.ts'
import { inTransaction, onPool } from '../../db/query.ts'
import { announce } from '../../delivery/delivery.ts'
import { listVersionsIn } from '../stored-version.ts'
import { getThresholdPolicy } from '../threshold-policy.ts'
import { tellOfTrip } from '../tell/tell-of-trip.ts'
import { clockwork } from '../version-change.ts'
import { writeMarker } from '../write-marker.ts'
import { wakeProcesses } from './wake-processes.ts'

const hourMs = 3_600_000
const busyRow = z.object({ rule: z.string(), version: z.int(), alerts: z.int(), customers: z.int() })

/**
 * Stops each rule that raised more alerts within the last hour than its cap: from the next batch on it only watches, and an incident says
 * what was affected. After a rule was rearmed only alerts since then count. `now` in epoch milliseconds. Gives how many rules tripped.
 */
export async function tripRules(now: number): Promise<number> {
  const capOf = await readCaps()
  if (capOf === null) return 0
  const since = new Date(now - hourMs)
  const rows = await onPool(
    `SELECT h.rule, max(a.rule_set_version)::int AS version, count(DISTINCT h.alert_id)::int AS alerts,
       count(DISTINCT h.customer_ref)::int AS customers
     FROM alert_hits h JOIN alerts a ON a.customer_ref = h.customer_ref AND a.id = h.alert_id
     WHERE h.at > $1::timestamptz AND a.raised_at > $1::timestamptz AND a.source = 'api'
       AND h.at > coalesce((SELECT max(i.rearmed_at) FROM rule_incidents i WHERE i.rule = h.rule), '-infinity')
       AND NOT EXISTS (SELECT FROM rule_incidents i WHERE i.rule = h.rule AND i.rearmed_at IS NULL)
     GROUP BY h.rule`,
    [since],
  )
  let tripped = 0
  for (const busy of rows.map((row) => busyRow.parse(row))) {
    const cap = capOf(busy.rule)
    if (cap !== null && busy.alerts > cap) tripped += await trip({ ...busy, cap }, now)
  }
  return tripped
}

/** The cap of a rule, as the version that decides has it (one that ramps up, for rules that only it has); null: nothing has a cap. */
async function readCaps(): Promise<((rule: string) => number | null) | null> {
  const { capPerHour } = await getThresholdPolicy(onPool)
  const live = await listVersionsIn(onPool, ['active', 'ramping'])
  const inOrder = live.toSorted(
    (one, other) => Number(one.status === 'active') - Number(other.status === 'active'),
  )
  const own = new Map(
    inOrder.flatMap(({ rules }) => rules.rules.map((rule) => [rule.key, rule.capPerHour] as const)),
  )
  if (capPerHour === null && [...own.values()].every((cap) => cap === undefined)) return null
  return (rule) => own.get(rule) ?? capPerHour
}

async function trip(busy: z.infer<typeof busyRow> & { readonly cap: number }, now: number): Promise<number> {
  return getPrisma().$transaction(async (tx) => {
    const query = inTransaction(tx)
    const id = randomUUID()
    const { rule, version, alerts, customers, cap } = busy
    const written = await query(
      `INSERT INTO rule_incidents (id, rule, version, tripped_at, since, alerts, customers, cap)
       VALUES ($1::uuid, $2, $3::int, $4::timestamptz, $5::timestamptz, $6::int, $7::int, $8::int)
       ON CONFLICT (rule) WHERE rearmed_at IS NULL DO NOTHING RETURNING id`,
      [id, rule, version, new Date(now), new Date(now - hourMs), alerts, customers, cap],
    )
    if (written.length === 0) return 0
    const facts = { rule, version, alerts, customers, cap }
    await writeMarker(query, {
      ...{ at: now, kind: 'ruleTripped', subjectKind: 'ruleIncident', subjectId: id },
      ...{ rules: [rule], facts },
    })
    const payload = { incidentId: id, ...facts, trippedAt: new Date(now).toISOString() }
    await announce(query, [{ type: 'thresholds.tripped', at: now, customerRef: null, payload }])
    await wakeProcesses(query)
    await tellOfTrip(tx, { rule, incidentId: id, now })
    await appendAudit(tx, {
      ...{ actor: clockwork, at: now, action: 'thresholds.tripped', subjectKind: 'ruleIncident' },
      ...{ subjectId: id, after: facts },
    })
    return 1
  })
}
