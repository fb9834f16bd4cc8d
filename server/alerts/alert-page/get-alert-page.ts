import { type ClientBase } from 'pg'
import { z } from 'zod'
import { AppError } from '../../../domain/errors/app-error.ts'
import { type Language } from '../../../domain/language/language.ts'
import { type CompiledRuleSet } from '../../../domain/screening/compile-rule-set.ts'
import { explainHit } from '../../../domain/screening/explain-hit.ts'
import { type Signal } from '../../../domain/screening/signal.ts'
import { signals } from '../../../domain/screening/signals.ts'
import { inSnapshot } from '../../db/in-snapshot.ts'
import { getOrganisation } from '../../organisation/organisation.ts'
import { getRuleSet } from '../../screening/screening.ts'
import { explainReadings } from './explain-readings.ts'
import { type AlertRecord, readAlert } from './read-alert.ts'
import { type HitRecord, readHits } from './read-hits.ts'
import { readOtherAlerts } from './read-other-alerts.ts'
import { type RevisionRecord, readRevisions } from './read-revisions.ts'
import { summariseRevision } from './summarise-revision.ts'
import { describeUsual } from './describe-usual.ts'

/** Everything about one alert, as it was known when the question came up, in the reader's language. */
export type AlertPage = Awaited<ReturnType<typeof getAlertPage>>

/**
 * One alert with its transaction, every rule that was looked at, why it was raised in words, what is usual for this customer,
 * corrections, and the customer's other alerts.
 *
 * @throws AppError `notFound` for an id that is no alert's.
 */
export async function getAlertPage(
  id: string,
  { now, language }: { readonly now: number; readonly language: Language },
) {
  const { zone } = await getOrganisation()
  return inSnapshot(async (client) => {
    const alert = await findAlert(client, id)
    const revisions = await readRevisions(client, alert)
    const current = revisions[0]
    if (current === undefined) throw withoutTransaction(alert)
    const ruleSet = await getRuleSet(current.ruleSetVersion)
    const hits = await readHits(client, alert)
    const others = alert.customerKnown ? await readOtherAlerts(client, alert) : []
    return {
      alert,
      transaction: current.transaction,
      lines: current.lines.map(({ signals: _, ...line }) => line),
      hits: hits.map((hit) => describeHit(hit, current, ruleSet, { language, zone })),
      evaluations: explainReadings(current, ruleSet, { language, timeZone: zone }),
      usual: alert.customerKnown ? await describeUsual(client, current) : null,
      revisions: revisions.map(summariseRevision),
      others: { total: others[0]?.total ?? 0, latest: others },
      zone,
      asOf: now,
    }
  })
}

async function findAlert(client: ClientBase, id: string): Promise<AlertRecord> {
  const alert = z.uuid().safeParse(id).success ? (await readAlert(client, id))[0] : undefined
  if (alert === undefined) {
    throw new AppError('notFound', {
      message: 'No alert has this id',
      userMessage: 'There is no such alert. Look for it in the list of alerts.',
    })
  }
  return alert
}

function describeHit(
  hit: HitRecord,
  { transaction }: RevisionRecord,
  ruleSet: CompiledRuleSet,
  { language, zone }: { readonly language: Language; readonly zone: string },
) {
  const lineNo = hit.lineNo === 0 ? null : hit.lineNo
  const level = lineNo === null ? ('transaction' as const) : ('line' as const)
  const { facts: _, ...rest } = hit
  const signal: Signal = signals[hit.signal]
  return {
    ...rest,
    lineNo,
    ruleName: ruleSet.rules.find(({ key }) => key === hit.rule)?.name[language] ?? hit.rule,
    unit: signal.unit,
    // Another transaction that joined this alert has its own facts; its words would need its own lines.
    explanation:
      hit.transactionId === transaction.id
        ? explainHit({ ...hit, lineNo, level }, transaction, language, { timeZone: zone })
        : null,
  }
}

function withoutTransaction(alert: AlertRecord): AppError {
  return new AppError('internal', {
    message: `The transaction of alert ${alert.id} is missing`,
    userMessage:
      'The transaction of this alert cannot be read. Tell an administrator the number of the alert.',
  })
}
