import { type Actor } from '../../../domain/access/actor.ts'
import { answerByCustomer, type CustomerAnswer } from '../../../domain/alerts/answer-by-customer.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { getPrisma } from '../../db/prisma.ts'
import { inTransaction } from '../../db/query.ts'
import { changeAlertIn } from '../change-alert.ts'
import { findQuestion } from './find-question.ts'

const customer: Actor = { kind: 'system', id: null, name: 'Customer' }

/** Before everything that any rank can give: somebody waits for our call. */
const topOfQueue = new Date(0)

/**
 * Records what the customer tapped. The first answer holds: a second one, from the same link or another, changes nothing. Does
 * nothing for a token without an open question. A "no" that a person has to look into goes to the top of the queue.
 */
export async function answerQuestion(
  token: string,
  answer: CustomerAnswer,
  { now, requestId }: { readonly now: number; readonly requestId: string },
): Promise<void> {
  const asked = await findQuestion(token, now)
  if (asked === null || asked.answer !== null) return
  const { alertId } = asked
  const change = { actor: customer, source: 'customer', now, requestId, expectedVersion: null } as const
  try {
    await getPrisma().$transaction(async (tx) => {
      await changeAlertIn(
        inTransaction(tx),
        alertId,
        change,
        async ({ key, state, policy, about: { channel } }) => {
          const alert = await tx.alert.findUniqueOrThrow({
            where: { customerRef_id: key },
            select: { customerSaid: true },
          })
          if (alert.customerSaid !== null) return null
          const move = answerByCustomer(state, answer, { channel, at: now, policy })
          const first = move.event.type === 'customer.answered' ? { rankAt: topOfQueue } : {}
          await tx.alert.update({
            where: { customerRef_id: key },
            data: { customerSaid: answer, ...first },
            select: { id: true },
          })
          return move
        },
      )
    })
  } catch (error) {
    // Somebody closed the question between the look and the lock: the page says so when it is shown again.
    if (!(error instanceof AppError && error.code === 'conflict')) throw error
  }
}
