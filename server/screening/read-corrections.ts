import { type ClientBase, type Pool } from 'pg'
import { type DecisionRequest } from './decision.ts'
import { type Correction } from './draft-decision.ts'
import { type Known, readProfiles } from './read-known.ts'
import { readSuperseded } from './read-superseded.ts'

/** Whether this id is stored already, and never with this body. */
export function isCorrection({ transaction, bodyHash }: DecisionRequest, known: Known): boolean {
  const revisions = known.revisions.get(transaction.id)
  return revisions !== undefined && !revisions.some((revision) => revision.bodyHash === bodyHash)
}

/**
 * What the corrections among the requests correct, by transaction id. Profiles of customers that only an earlier revision names are
 * added to what is known.
 */
export async function readCorrections(
  requests: readonly DecisionRequest[],
  known: Known,
  db: Pool | ClientBase,
): Promise<Map<string, Correction>> {
  const currents = requests
    .filter((request) => isCorrection(request, known))
    .flatMap(
      ({ transaction }) => known.revisions.get(transaction.id)!.find((revision) => revision.current) ?? [],
    )
  const contributed = await readSuperseded(db, currents)
  const strangers = currents
    .filter((current) => current.customerKnown && !known.profiles.has(current.customerRef))
    .map((current) => current.customerRef)
  for (const [ref, profile] of await readProfiles(db, strangers)) known.profiles.set(ref, profile)
  return new Map(
    currents.map((current) => {
      const all = known.revisions.get(current.transactionId)!
      return [
        current.transactionId,
        {
          current,
          contributed: contributed.get(current.transactionId)!,
          lastRevision: Math.max(...all.map((revision) => revision.revision)),
        },
      ]
    }),
  )
}
