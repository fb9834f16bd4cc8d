import { type ClaimedDelivery } from './claim-deliveries.ts'
import { recordAttempt } from './record-attempt.ts'
import { type SendingPolicy, sendMessage } from './send-message.ts'
import { signMessage } from './sign-message.ts'

export interface DeliveryTools extends SendingPolicy {
  /** Epoch milliseconds. */
  readonly now: () => number
  /** In [0, 1). */
  readonly random: () => number
}

/** One attempt: signs, sends, and writes down what came of it. */
export async function deliver(claimed: ClaimedDelivery, tools: DeliveryTools): Promise<void> {
  const startedAt = tools.now()
  const message = { id: claimed.messageId, type: claimed.type, at: claimed.at, payload: claimed.payload }
  const signed = signMessage(message, claimed.secrets, startedAt)
  const sent = await sendMessage(claimed.url, signed, tools)
  const at = tools.now()
  await recordAttempt(claimed, sent, { at, durationMs: at - startedAt, random: tools.random() })
}
