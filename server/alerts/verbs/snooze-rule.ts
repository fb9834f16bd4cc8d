import { randomUUID } from 'node:crypto'
import { AppError } from '../../../domain/errors/app-error.ts'
import { appendAudit } from '../../audit/audit.ts'
import { getPrisma } from '../../db/prisma.ts'
import { inTransaction } from '../../db/query.ts'
import { changeAlertIn } from '../change-alert.ts'
import { asPerson, type PersonChange } from '../person-change.ts'
import { toActor } from '../../access/access.ts'

const longestMs = 366 * 86_400_000

/**
 * One of the rules that raised this alert does not ask this customer again before `until` (epoch milliseconds). A running snooze of the same
 * rule is replaced. Throws `unprocessable` for a rule that did not raise it or a customer nobody knows, `invalidInput` for an end that
 * is not within a year from now.
 */
export async function snoozeRule(
  input: { readonly alertId: string; readonly rule: string; readonly until: number; readonly reason: string },
  change: PersonChange,
): Promise<{ readonly version: number }> {
  const { rule, until, reason } = input
  const { now, signedIn } = change
  if (until <= now || until > now + longestMs) throw invalid('until', 'Choose an end within a year from now.')
  return getPrisma().$transaction((tx) =>
    changeAlertIn(inTransaction(tx), input.alertId, asPerson(change), async ({ key, about, state }) => {
      const { customerRef, id: alertId } = key
      if (!about.customerKnown)
        throw notPossible('Nobody knows which customer this is, so no rule can be silenced.')
      const hit = await tx.alertHit.findFirst({
        where: { customerRef, alertId, rule },
        select: { rule: true },
      })
      if (hit === null) throw notPossible('This rule did not raise this alert.')
      await tx.snooze.updateMany({
        where: { customerRef, rule, until: { gt: new Date(now) } },
        data: { until: new Date(now), version: { increment: 1 } },
      })
      await tx.snooze.create({
        data: {
          ...{
            customerRef,
            id: randomUUID(),
            rule,
            from: new Date(now),
            until: new Date(until),
            reason,
            alertId,
          },
          ...{ createdBy: signedIn.personId, createdAt: new Date(now) },
        },
      })
      return { state, event: { type: 'rule.snoozed', payload: { rule, until } } }
    }),
  )
}

/** The rule may ask the customer again from now on. Throws `notFound`. */
export async function endSnooze(
  { customerRef, id }: { readonly customerRef: string; readonly id: string },
  { signedIn, now, requestId }: Pick<PersonChange, 'signedIn' | 'now' | 'requestId'>,
): Promise<void> {
  await getPrisma().$transaction(async (tx) => {
    const { count } = await tx.snooze.updateMany({
      where: { customerRef, id, until: { gt: new Date(now) } },
      data: { until: new Date(now), version: { increment: 1 } },
    })
    if (count === 0) throw new AppError('notFound', { userMessage: 'This snooze has ended already.' })
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), at: now, requestId },
      ...{ action: 'snooze.end', subjectKind: 'snooze', subjectId: id },
    })
  })
}

function invalid(path: string, message: string): AppError {
  return new AppError('invalidInput', {
    userMessage: message,
    problems: [{ path, code: 'outOfRange', message }],
  })
}

function notPossible(userMessage: string): AppError {
  return new AppError('unprocessable', { userMessage })
}
