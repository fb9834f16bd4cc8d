import { AppError } from '../../../domain/errors/app-error.ts'
import { type Language } from '../../../domain/language/language.ts'
import { inSnapshot } from '../../db/in-snapshot.ts'
import { getOrganisation } from '../../organisation/organisation.ts'
import { getRuleSet } from '../../screening/screening.ts'
import { describeUsual } from './describe-usual.ts'
import { explainReadings } from './explain-readings.ts'
import { readHeldBack } from './read-held-back.ts'
import { readRevisions } from './read-revisions.ts'
import { readTransaction } from './read-transaction.ts'
import { summariseRevision } from './summarise-revision.ts'

/** Everything about one purchase, asked about or not, as it was known when it was decided. */
export type TransactionPage = Awaited<ReturnType<typeof getTransactionPage>>

/**
 * One purchase with every rule that was looked at, what was held back, what is usual for the customer, its corrections, and the
 * question where there was one.
 *
 * @throws AppError `notFound` for an id that is no purchase's.
 */
export async function getTransactionPage(
  transactionId: string,
  { now, language }: { readonly now: number; readonly language: Language },
) {
  const { zone } = await getOrganisation()
  return inSnapshot(async (client) => {
    const [found] = await readTransaction(client, transactionId)
    const revisions = found === undefined ? [] : await readRevisions(client, found)
    const current = revisions.find((revision) => revision.current)
    if (found === undefined || current === undefined) throw noSuchPurchase()
    const ruleSet = await getRuleSet(current.ruleSetVersion)
    const evaluations = explainReadings(current, ruleSet, { language, timeZone: zone })
    const names = new Map(ruleSet.rules.map(({ key, name }) => [key, name[language]]))
    const heldBack = await readHeldBack(client, { ...found, revision: current.revision })
    return {
      customer: found.customerKnown ? found.customerRef : null,
      transaction: current.transaction,
      decision: current.decision === 'ask' ? ('ask' as const) : ('proceed' as const),
      decidedBy: current.ruleSetVersion,
      alert: found.alert,
      lines: current.lines.map(({ signals: _, ...line }) => line),
      /** Lines on which a rule fired, whether it asked or was held back; 0 is the whole. */
      firedOn: [...new Set(evaluations.flatMap(({ fired, lineNo }) => (fired ? [lineNo ?? 0] : [])))],
      heldBack: heldBack.map(({ rule, ...hit }) => ({ ...hit, rule, ruleName: names.get(rule) ?? rule })),
      evaluations,
      usual: found.customerKnown ? await describeUsual(client, current) : null,
      revisions: revisions.map(summariseRevision),
      zone,
      asOf: now,
    }
  })
}

function noSuchPurchase(): AppError {
  return new AppError('notFound', {
    message: 'No purchase has this id',
    userMessage: 'There is no purchase with this id. Check it, or look for its alert in the list of alerts.',
  })
}
