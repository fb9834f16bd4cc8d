import { createHash } from 'node:crypto'
import { AppError } from '../../../domain/errors/app-error.ts'
import { readIdempotencyKey, replayedHeader } from '../idempotency-key.ts'
import { answerLines } from '../answer-lines.ts'
import { gatherText } from '../gather-text.ts'
import { claimBatch } from '../claim-batch.ts'
import { ndjsonBytesAtMost, readBytes, requireContentType } from '../read-body.ts'
import { restRoute } from '../route.ts'

const ndjson = ['application/x-ndjson', 'application/ndjson', 'application/jsonl']

/**
 * Many transactions, an answer a line in their order, while they are still being sent. With an Idempotency-Key the body is read to its
 * end first, since only then it is known to be the same one; each line is stored once in any case.
 */
export const postTransactionBatch = restRoute(
  { scope: 'transactions:write' },
  async ({ request, key, now, requestId }) => {
    requireContentType(request, ndjson)
    const bytes = readBytes(request, ndjsonBytesAtMost)
    const idempotencyKey = readIdempotencyKey(request)
    if (idempotencyKey === null) return streamed(await started(answerLines(bytes, { now, requestId })))
    const body: Uint8Array[] = []
    const hash = createHash('sha256').update('POST /transactions/batch\n')
    for await (const chunk of bytes) {
      hash.update(chunk)
      body.push(chunk)
    }
    const replayed = await claimBatch(key.id, idempotencyKey, hash.digest())
    const answers = answerLines(body, { now, requestId, asFirstAnswered: replayed })
    return streamed(await started(answers), replayed ? replayedHeader : {})
  },
)

/** Waits for the first answer, so that a body that cannot be read at all is refused with its own status. */
async function started(answers: AsyncGenerator<string>): Promise<AsyncGenerator<string>> {
  const first = await answers.next()
  if (first.done) throw noLines()
  return (async function* () {
    yield first.value
    yield* answers
  })()
}

function noLines(): AppError {
  return new AppError('invalidInput', {
    userMessage: 'The body has no lines. Send one transaction a line.',
    problems: [{ path: '', code: 'noLines', message: 'Send one transaction a line.' }],
  })
}

function streamed(answers: AsyncGenerator<string>, headers: Readonly<Record<string, string>> = {}): Response {
  const encoder = new TextEncoder()
  const parts = gatherText(answers)
  const stream = new ReadableStream<Uint8Array>({
    // Pulled only as fast as the receiver reads; that holds back the decisions, and they hold back the sender.
    async pull(controller) {
      const next = await parts.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
    async cancel() {
      await parts.return(undefined)
    },
  })
  return new Response(stream, { headers: { 'content-type': 'application/x-ndjson', ...headers } })
}
