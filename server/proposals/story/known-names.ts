import { type Tx } from '../../db/prisma.ts'

/**
 * Names of people whom the author knows from where the story began: the customer (by the letters of their reference), whoever
 * worked on the case, payees of the transaction; and the author's own. Empty parts of references say nothing and are left out.
 */
export async function loadKnownNames(
  tx: Pick<Tx, '$queryRaw'>,
  source: { readonly kind: string; readonly id: string | null; readonly authorId: string },
): Promise<string[]> {
  const caseId = source.kind === 'case' ? source.id : null
  const alertId = source.kind === 'alert' ? source.id : null
  const rows = await tx.$queryRaw<{ name: string | null }[]>`
    SELECT name FROM people WHERE id = ${source.authorId}::uuid
    UNION SELECT regexp_replace(c.customer_ref, '[^[:alpha:]]+', ' ', 'g') FROM cases c
      WHERE c.id = ${caseId}::uuid
    UNION SELECT coalesce(p.name, e.by_name) FROM cases c
      JOIN case_events e ON e.customer_ref = c.customer_ref AND e.case_id = c.id LEFT JOIN people p ON p.id::text = e.by
      WHERE c.id = ${caseId}::uuid
    UNION SELECT unnest(ARRAY[regexp_replace(a.customer_ref, '[^[:alpha:]]+', ' ', 'g'), t.payee_name]) FROM alerts a
      JOIN transactions t ON t.customer_ref = a.customer_ref AND t.transaction_id = a.transaction_id
      WHERE a.id = coalesce(${alertId}::uuid, (SELECT c.alert_id FROM cases c WHERE c.id = ${caseId}::uuid))`
  return rows.flatMap(({ name }) => (name === null || name.trim() === '' ? [] : [name.trim()]))
}
