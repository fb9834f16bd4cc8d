import { AppError, type InputProblem } from '../../domain/errors/app-error.ts'
import { decideBatch, type DecisionRequest, hashTransaction } from '../screening/screening.ts'
import { toProblem } from './problem.ts'
import { jsonBytesAtMost, toText } from './read-body.ts'
import { splitLines } from './split-lines.ts'
import { toTransaction } from './read-transaction.ts'

const linesAtMost = 10_000

/**
 * The answers to lines of NDJSON, a line each and in order; a line that cannot be answered gets a problem with its number (from 1) and
 * the rest goes on. Empty lines are passed over. When the body itself breaks off, the last line says so.
 * `asFirstAnswered`: the answer to a retry reads like the first one.
 */
export async function* answerLines(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  options: { readonly now: number; readonly requestId: string; readonly asFirstAnswered?: boolean },
): AsyncGenerator<string> {
  const { now, requestId, asFirstAnswered = false } = options
  let number = 0
  let broken: unknown = null
  async function* requests(): AsyncGenerator<DecisionRequest | { readonly bad: BadLine }> {
    try {
      for await (const line of splitLines(chunks, jsonBytesAtMost)) {
        number++
        if (number > linesAtMost) throw tooManyLines()
        yield toRequest(line, number, now)
      }
    } catch (error) {
      // What was answered stays answered; nobody can be told by the status any more.
      if (number === 0) throw error
      broken = error
    }
  }
  for await (const answer of decideBatch(requests())) {
    if (answer.kind === 'decided') {
      const { decision, firstStatus } = answer.decided
      const status = (asFirstAnswered ? firstStatus : undefined) ?? decision.status
      yield `${JSON.stringify({ ...decision, status })}\n`
    } else {
      const { error, line } = answer.kind === 'bad' ? answer.bad : { error: answer.error, line: undefined }
      yield `${JSON.stringify({ ...toProblem(error, requestId), line })}\n`
    }
  }
  if (broken !== null) yield `${JSON.stringify(toProblem(broken, requestId))}\n`
}

interface BadLine {
  readonly error: unknown
  /** From 1. */
  readonly line: number
}

function toRequest(
  line: Uint8Array | 'tooLong',
  number: number,
  now: number,
): DecisionRequest | { readonly bad: BadLine } {
  try {
    if (line === 'tooLong') throw lineTooLong()
    const transaction = toTransaction(toText(line), now)
    return { transaction, bodyHash: hashTransaction(transaction), idempotency: null }
  } catch (error) {
    return { bad: { error, line: number } }
  }
}

function lineTooLong(): AppError {
  const problem: InputProblem = { path: '', code: 'lineTooLong', message: 'A line may have at most 1 MB.' }
  return new AppError('tooLarge', { userMessage: problem.message, problems: [problem] })
}

function tooManyLines(): AppError {
  return new AppError('tooLarge', {
    userMessage: `A batch may have at most ${linesAtMost} lines. The lines before are decided; send the rest in another batch.`,
  })
}
