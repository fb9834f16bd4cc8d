import { z } from 'zod'
import { deliveryFailures } from '../../../domain/delivery/delivery-failure.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { getPrisma } from '../../db/prisma.ts'
import { deliveryStatuses } from './list-deliveries.ts'

export const deliveryView = z.object({
  messageId: z.string(),
  type: z.string(),
  at: z.date(),
  /** What is sent, as the receiver reads it. */
  body: z.string(),
  status: z.enum(deliveryStatuses),
  nextAttemptAt: z.date().nullable(),
  attempts: z.array(
    z.object({
      no: z.int(),
      at: z.date(),
      durationMs: z.int(),
      statusCode: z.int().nullable(),
      answer: z.string().nullable(),
      failure: z.enum(deliveryFailures).nullable(),
    }),
  ),
})

/** One message to one endpoint with every attempt, the latest first. Throws `notFound`. */
export async function getDelivery(of: {
  readonly endpointId: string
  readonly messageId: string
}): Promise<z.infer<typeof deliveryView>> {
  const row = await getPrisma().webhookDelivery.findUnique({
    where: { endpointId_messageId: of },
    include: { message: true, history: { orderBy: { no: 'desc' }, take: 50 } },
  })
  if (row === null) {
    throw new AppError('notFound', {
      userMessage: 'This message is not kept any more. Messages are kept for 30 days.',
    })
  }
  const { type, at, payload } = row.message
  return deliveryView.parse({
    ...{ messageId: of.messageId, type, at, status: row.status, nextAttemptAt: row.nextAttemptAt },
    body: JSON.stringify({ type, timestamp: at.toISOString(), data: payload }, null, 2),
    attempts: row.history,
  })
}
