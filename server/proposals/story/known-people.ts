import { type KnownPeople, namesInReference } from '../../../domain/personal-data/known-people.ts'
import { type Tx } from '../../db/prisma.ts'

/** So many other customers' references tell which part of one is its numbering's. */
const comparedReferences = 200

/**
 * Whom the author knows from where the story began: the customer (by their reference and the names in it), whoever worked on the case,
 * payees of the transaction; and the author.
 */
export async function loadKnownPeople(
  tx: Pick<Tx, '$queryRaw'>,
  source: { readonly kind: string; readonly id: string | null; readonly authorId: string },
): Promise<KnownPeople> {
  const caseId = source.kind === 'case' ? source.id : null
  const alertId = source.kind === 'alert' ? source.id : null
  const rows = await tx.$queryRaw<{ what: 'person' | 'firm' | 'reference'; name: string | null }[]>`
    WITH found AS (SELECT customer_ref, id, alert_id FROM cases WHERE id = ${caseId}::uuid),
      paid AS (
        SELECT a.customer_ref, t.payee_name FROM alerts a
        JOIN transactions t ON t.customer_ref = a.customer_ref AND t.transaction_id = a.transaction_id
        WHERE a.id = coalesce(${alertId}::uuid, (SELECT alert_id FROM found)))
    SELECT 'person' AS what, name FROM people WHERE id = ${source.authorId}::uuid
    UNION SELECT CASE WHEN p.id IS NULL THEN 'firm' ELSE 'person' END, coalesce(p.name, e.by_name) FROM found c
      JOIN case_events e ON e.customer_ref = c.customer_ref AND e.case_id = c.id LEFT JOIN people p ON p.id::text = e.by
    UNION SELECT 'firm', payee_name FROM paid
    UNION SELECT 'reference', customer_ref FROM found UNION SELECT 'reference', customer_ref FROM paid`
  const told = (what: (typeof rows)[number]['what']) =>
    rows.flatMap((row) =>
      row.what === what && row.name !== null && row.name.trim() !== '' ? [row.name.trim()] : [],
    )
  const references = told('reference')
  const others = references.length === 0 ? [] : await listOtherReferences(tx, references)
  return {
    names: [...told('person'), ...references.flatMap((reference) => namesInReference(reference, others))],
    firms: told('firm'),
    references,
  }
}

async function listOtherReferences(
  tx: Pick<Tx, '$queryRaw'>,
  references: readonly string[],
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ reference: string }[]>`
    SELECT DISTINCT customer_ref AS reference
      FROM (SELECT customer_ref FROM cases ORDER BY opened_at DESC LIMIT ${comparedReferences}) recent
     WHERE customer_ref <> ALL (${references}::text[])`
  return rows.map(({ reference }) => reference)
}
