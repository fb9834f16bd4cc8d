import { inTransaction } from '../../db/query.ts'
import { type Tx } from '../../db/prisma.ts'
import { notify } from '../../notifications/notifications.ts'
import { getActiveVersion } from '../stored-version.ts'
import { listRuleAdmins } from './tell-people.ts'

/** Tells every rule administrator that a rule only watches: whoever is there may let it ask again. `now` in epoch milliseconds. */
export async function tellOfTrip(
  tx: Tx,
  { rule, incidentId, now }: { readonly rule: string; readonly incidentId: string; readonly now: number },
): Promise<void> {
  const query = inTransaction(tx)
  const { rules } = (await getActiveVersion(query)).rules
  const name = rules.find(({ key }) => key === rule)?.name
  const people = await listRuleAdmins(query, null)
  await notify(
    tx,
    people.map(({ id, language }) => ({
      ...{ to: id, kind: 'rules.tripped' as const, subjectId: incidentId },
      facts: { title: name?.[language] ?? rule },
    })),
    now,
  )
}
