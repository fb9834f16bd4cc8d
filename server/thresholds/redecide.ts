import { z } from 'zod'
import { AppError } from '../../domain/errors/app-error.ts'
import { type Localized } from '../../domain/language/language.ts'
import { type CompiledRuleSet } from '../../domain/screening/compile-rule-set.ts'
import { type SignalKey } from '../../domain/screening/signal-key.ts'
import { signalVectorSchema } from '../../domain/screening/signal-vector.ts'
import { channels } from '../../domain/screening/transaction.ts'
import { evaluateStored, type StoredHit } from '../../domain/thresholds/evaluate-stored.ts'
import { onPool } from '../db/query.ts'
import { getRuleSet, getRuleSetEdition } from '../screening/screening.ts'
import { getVersion } from './stored-version.ts'

const rowSchema = z.object({
  ...{
    customerRef: z.string(),
    revision: z.int(),
    occurredAt: z.date(),
    receivedAt: z.date(),
    ruleSetVersion: z.int(),
  },
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
  /** When it came in, which may be long after: history that was imported is decided then. */
  readonly receivedAt: number
  readonly decision: 'proceed' | 'ask'
  /** The version that decided, and the one that was asked now. */
  readonly decidedBy: number
  readonly version: number
  /** What was stored then; `heldBack` says why a rule that fired did not ask. */
  readonly then: readonly (Omit<StoredHit, 'severity'> & { readonly heldBack: string | null })[]
  readonly again: readonly StoredHit[]
  /** Names and signals of the rules above, by key; a rule that neither version has is not here. */
  readonly rules: Readonly<Record<string, { readonly name: Localized; readonly signal: SignalKey }>>
  readonly currency: string
  /** Whether the very same rules fire at the very same values and thresholds. */
  readonly identical: boolean
}

const text = `
  SELECT t.customer_ref AS "customerRef", t.revision, t.occurred_at AS "occurredAt", t.received_at AS "receivedAt", t.rule_set_version AS "ruleSetVersion",
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
 * Decides a past transaction again by the version that decided it, or by another (a draft too), on the readings from then. Throws `notFound`
 * for a transaction or a version that is not there.
 */
export async function redecide(transactionId: string, version: number | null): Promise<Redecided> {
  const [found] = await onPool(text, [transactionId])
  if (found === undefined) {
    throw new AppError('notFound', { userMessage: 'There is no purchase with this id.' })
  }
  const row = rowSchema.parse(found)
  const decidedBy = await getRuleSet(row.ruleSetVersion)
  const ruleSet =
    version === null || version === row.ruleSetVersion ? decidedBy : await rulesOfVersion(version)
  const again = evaluateStored(ruleSet, row)
  const fired = new Set([...row.fired, ...again].map(({ rule }) => rule))
  return {
    ...{ transactionId, revision: row.revision, occurredAt: row.occurredAt.getTime() },
    ...{ receivedAt: row.receivedAt.getTime() },
    ...{ decision: row.decision, decidedBy: row.ruleSetVersion, version: version ?? row.ruleSetVersion },
    ...{ then: row.fired, again, currency: row.currency },
    rules: Object.fromEntries(
      [...decidedBy.rules, ...ruleSet.rules]
        .filter(({ key }) => fired.has(key))
        .map(({ key, name, signal }) => [key, { name, signal }]),
    ),
    identical: isIdentical(row.fired, again),
  }
}

/** A version that never decided is asked in its latest edition. */
async function rulesOfVersion(version: number): Promise<CompiledRuleSet> {
  const { activatedAt, edition } = await getVersion(onPool, version)
  return activatedAt === null ? getRuleSetEdition(version, edition) : getRuleSet(version)
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
