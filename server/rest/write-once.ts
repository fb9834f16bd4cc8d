import { createHash } from 'node:crypto'
import { AppError } from '../../domain/errors/app-error.ts'
import { type AuthenticatedKey } from '../access/access.ts'
import { getPrisma, type Tx } from '../db/prisma.ts'
import { readIdempotencyKey, replayedHeader } from './idempotency-key.ts'
import { type RestAnswer, type RestCall } from './route.ts'

/**
 * Runs a write in one transaction. With an Idempotency-Key its answer is kept in that same transaction: a retry gets it again and
 * changes nothing, however the first attempt ended. Throws `idempotencyMismatch` for the same key with another request and
 * `stillRunning` while the first one has not ended.
 */
export async function writeOnce<Params>(
  { request, key }: RestCall<AuthenticatedKey, Params>,
  body: string,
  work: (tx: Tx) => Promise<RestAnswer>,
): Promise<RestAnswer> {
  const idempotencyKey = readIdempotencyKey(request)
  if (idempotencyKey === null) return getPrisma().$transaction(work)
  const path = new URL(request.url).pathname
  const bodyHash = createHash('sha256').update(`${request.method} ${path}\n${body}`).digest()
  return getPrisma().$transaction(async (tx) => {
    await takeTurn(tx, `${key.id} ${idempotencyKey}`)
    const where = { apiKeyId_key: { apiKeyId: key.id, key: idempotencyKey } }
    const earlier = await tx.idempotencyRecord.findUnique({ where })
    if (earlier !== null) {
      if (!bodyHash.equals(earlier.bodyHash)) throw keyOfAnotherRequest()
      return { status: earlier.status ?? 200, body: earlier.response, headers: replayedHeader }
    }
    const answer = await work(tx)
    await tx.idempotencyRecord.create({
      data: {
        apiKeyId: key.id,
        key: idempotencyKey,
        bodyHash,
        status: answer.status ?? 200,
        response: JSON.parse(JSON.stringify(answer.body)),
      },
    })
    return answer
  })
}

/** One request a key at a time; a lock that the database gives back by itself, whatever happens to the process. */
async function takeTurn(tx: Tx, name: string): Promise<void> {
  const lock = createHash('sha256').update(name).digest().readBigInt64BE()
  const [row] = await tx.$queryRaw<{ taken: boolean }[]>`SELECT pg_try_advisory_xact_lock(${lock}) AS taken`
  if (row?.taken) return
  throw new AppError('stillRunning', {
    userMessage:
      'A request with this Idempotency-Key is still running. Send it again in a second to get its answer.',
    details: { retryAfterSeconds: 1 },
  })
}

function keyOfAnotherRequest(): AppError {
  return new AppError('idempotencyMismatch', {
    userMessage:
      'This Idempotency-Key was used with another request. Send the same one again, or use a new key.',
  })
}
