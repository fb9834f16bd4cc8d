import { decide, hashTransaction } from '../../screening/screening.ts'
import { replayedHeader, readIdempotencyKey } from '../idempotency-key.ts'
import { readTransaction } from '../read-transaction.ts'
import { restRoute } from '../route.ts'

/** One transaction in, one durable decision out. The record of an Idempotency-Key is written in the decision's own statement. */
export const postTransaction = restRoute({ scope: 'transactions:write' }, async ({ request, key, now }) => {
  const idempotencyKey = readIdempotencyKey(request)
  const transaction = await readTransaction(request, now)
  const bodyHash = hashTransaction(transaction)
  const { decision, replayed } = await decide({
    transaction,
    bodyHash,
    idempotency: idempotencyKey === null ? null : { apiKeyId: key.id, key: idempotencyKey, bodyHash },
  })
  return {
    status: replayed || decision.status === 'duplicate' ? 200 : 201,
    body: decision,
    headers: replayed ? replayedHeader : undefined,
  }
})
