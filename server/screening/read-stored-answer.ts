import { type ClientBase, type Pool } from 'pg'
import { z } from 'zod'
import { type Hit, sortBySeriousness } from '../../domain/screening/hit.ts'
import { severities } from '../../domain/screening/rule.ts'
import { signalKeys } from '../../domain/screening/signal-key.ts'
import { signalVectorSchema } from '../../domain/screening/signal-vector.ts'
import { type Transaction } from '../../domain/screening/transaction.ts'
import { composeDecision } from './compose-decision.ts'
import { type Decision } from './decision.ts'
import { type StoredRevision } from './read-known.ts'
import { getRuleSet } from './rule-set-versions.ts'

const rowSchema = z.object({
  ruleSetVersion: z.int(),
  signals: signalVectorSchema,
  lines: signalVectorSchema.shape.lines.nullable(),
  hits: z
    .array(
      z.object({
        rule: z.string(),
        signal: z.enum(signalKeys),
        lineNo: z.int(),
        value: z.number(),
        threshold: z.number(),
        severity: z.enum(severities),
        facts: z.unknown(),
      }),
    )
    .nullable(),
})

const text = `
  SELECT t.rule_set_version AS "ruleSetVersion", t.signals,
    (SELECT json_agg(l.signals ORDER BY l.line_no) FROM transaction_lines l
     WHERE l.customer_ref = t.customer_ref AND l.transaction_id = t.transaction_id AND l.revision = t.revision) AS lines,
    (SELECT json_agg(json_build_object('rule', h.rule, 'signal', h.signal, 'lineNo', h.line_no, 'value', h.value,
       'threshold', h.threshold, 'severity', h.severity, 'facts', h.facts))
     FROM alert_hits h WHERE h.customer_ref = t.customer_ref AND h.alert_id = t.alert_id
       AND h.transaction_id = t.transaction_id AND h.revision = t.revision) AS hits
  FROM transactions t WHERE t.customer_ref = $1 AND t.transaction_id = $2 AND t.revision = $3`

/**
 * The answer that was given to this revision, made again from its rows. `transaction` is the sender's body, which has the
 * revision's hash; `status` is what the sender is told about it.
 */
export async function readStoredAnswer(
  db: Pool | ClientBase,
  revision: StoredRevision,
  transaction: Transaction,
  timeZone: string,
  status: Decision['status'],
): Promise<Decision> {
  const { rows } = await db.query(text, [revision.customerRef, revision.transactionId, revision.revision])
  const stored = rowSchema.parse(rows[0])
  const ruleSet = await getRuleSet(stored.ruleSetVersion)
  const order = new Map(ruleSet.rules.map((rule, i) => [rule.key, i]))
  const hits = (stored.hits ?? []).map(({ lineNo, ...hit }): Hit => ({
    ...hit,
    lineNo: lineNo === 0 ? null : lineNo,
    level: lineNo === 0 ? 'transaction' : 'line',
  }))
  // The evaluator's own order before it sorts: the transaction, then its lines, each by the order of the rules.
  hits.sort(
    (a, b) => (a.lineNo ?? 0) - (b.lineNo ?? 0) || (order.get(a.rule) ?? 0) - (order.get(b.rule) ?? 0),
  )
  return composeDecision({
    transaction,
    status,
    alertId: revision.alertId,
    hits: sortBySeriousness(hits),
    vector: { ...stored.signals, lines: stored.lines ?? [] },
    ruleSet,
    timeZone,
  })
}
