import { z } from 'zod'
import { AppError } from '../../domain/errors/app-error.ts'
import { signalVectorSchema } from '../../domain/screening/signal-vector.ts'
import { channels } from '../../domain/screening/transaction.ts'
import { evaluateStored, type StoredHit } from '../../domain/thresholds/evaluate-stored.ts'
import { onPool } from '../db/query.ts'
import { getRuleSet } from '../screening/screening.ts'

const rowSchema = z.object({
  ...{ customerRef: z.string(), revision: z.int(), occurredAt: z.date(), ruleSetVersion: z.int() },
  ...{ segment: z.string().nullable(), channel: z.enum(channels), currency: z.string() },
  ...{ amountMinor: z.number(), decision: z.enum(['proceed', 'ask']), signals: signalVectorSchema },
  alertOrigin: z.string().nullable(),
  lines: z.array(signalVectorSchema.shape.lines.element.extend({ amountMinor: z.number() })),
  fired: z.array(
    z.object({
      ...{ rule: z.string(), lineNo: z.int(), value: z.number(), threshold: z.number() },
      heldBack: z.string().nullable(),
    }),
  ),
})

export interface Redecided {
  readonly transactionId: string
  readonly revision: number
  /** Epoch milliseconds. */
  readonly occurredAt: number
  readonly decision: 'proceed' | 'ask'
  /** The version that decided, and the one that was asked now. */
  readonly decidedBy: number
  readonly version: number
  /** What was stored then; `heldBack` says why a rule that fired did not ask. */
  readonly then: readonly (Omit<StoredHit, 'severity'> & { readonly heldBack: string | null })[]
  readonly again: readonly StoredHit[]
  /** Whether the very same rules fire at the very same values and thresholds. */
  readonly identical: boolean
}

const text = `
  SELECT t.customer_ref AS "customerRef", t.revision, t.occurred_at AS "occurredAt", t.rule_set_version AS "ruleSetVersion",
    t.segment, t.channel, t.currency::text AS currency, t.amount_minor::float8 AS "amountMinor", t.decision, t.signals,
    (SELECT a.origin FROM alerts a WHERE a.customer_ref = t.customer_ref AND a.id = t.alert_id) AS "alertOrigin",
    coalesce((SELECT json_agg(l.signals::jsonb || jsonb_build_object('amountMinor', l.amount_minor) ORDER BY l.line_no)
      FROM transaction_lines l WHERE l.customer_ref = t.customer_ref AND l.transaction_id = t.transaction_id
        AND l.revision = t.revision), '[]') AS lines,
    coalesce((SELECT json_agg(f ORDER BY f."lineNo", f.rule COLLATE "C") FROM (
      SELECT rule, line_no AS "lineNo", value, threshold, NULL AS "heldBack" FROM alert_hits h
        WHERE h.customer_ref = t.customer_ref AND h.alert_id = t.alert_id AND h.transaction_id = t.transaction_id AND h.revision = t.revision
      UNION ALL
      SELECT rule, line_no, value, threshold, reason FROM held_back_hits b
        WHERE b.customer_ref = t.customer_ref AND b.transaction_id = t.transaction_id AND b.revision = t.revision
    ) f), '[]') AS fired
  FROM transactions t WHERE t.transaction_id = $1 AND t.kind = 'purchase' ORDER BY t.revision DESC LIMIT 1`

/**
 * Decides a past transaction again by the version that decided it, or by another, on the readings from then. Throws `notFound` for a transaction
 * that is not there, `internal` for a version that never decided.
 */
export async function redecide(transactionId: string, version: number | null): Promise<Redecided> {
  const [found] = await onPool(text, [transactionId])
  if (found === undefined) {
    throw new AppError('notFound', { userMessage: 'There is no purchase with this id.' })
  }
  const row = rowSchema.parse(found)
  const asked = version ?? row.ruleSetVersion
  const again = evaluateStored(await getRuleSet(asked), row)
  return {
    ...{ transactionId, revision: row.revision, occurredAt: row.occurredAt.getTime() },
    ...{ decision: row.decision, decidedBy: row.ruleSetVersion, version: asked, then: row.fired, again },
    identical: isIdentical(row.fired, again),
  }
}

function isIdentical(then: Redecided['then'], again: readonly StoredHit[]): boolean {
  return (
    then.length === again.length &&
    then.every((one, i) => {
      const other = again[i]!
      return (
        one.rule === other.rule &&
        one.lineNo === other.lineNo &&
        one.value === other.value &&
        one.threshold === other.threshold
      )
    })
  )
}
