import { AppError } from '../../domain/errors/app-error.ts'
import { batchSize, decisionsRepeated, decisionsTotal } from '../observability/figures.ts'
import { decideRound, type RoundResult } from './decide-round.ts'
import { type Decided, type DecisionRequest } from './decision.ts'
import { noteDecision } from './decision-times.ts'
import { ProfileCache } from './profile-cache.ts'

interface Waiting {
  readonly request: DecisionRequest
  readonly resolve: (decided: Decided) => void
  readonly reject: (error: unknown) => void
  tries: number
  /** Milliseconds of the process's clock when it came in. */
  readonly since: number
}

const batchAtMost = 128
const triesAtMost = 50
/** A unique key, a serialisation failure or a deadlock: somebody else was first, so what was read is old. */
const conflictStates = new Set(['23505', '40001', '40P01'])
/** The classes of PostgreSQL's errors that one row can be guilty of: data exceptions, constraints, a program limit. */
const badRow = /^(22|23|54)/

/**
 * While one batch is in flight, others gather: alone, a request waits for nobody; under load, one commit serves up to 128.
 */
export class DecisionQueue {
  #waiting: Waiting[] = []
  #running = false
  readonly #cache = new ProfileCache()

  constructor(private readonly now: () => number) {}

  add(request: DecisionRequest): Promise<Decided> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject, tries: 0, since: performance.now() })
      if (!this.#running) void this.#run()
    })
  }

  async #run(): Promise<void> {
    this.#running = true
    // Whoever comes in this very turn belongs to the same batch.
    await Promise.resolve()
    while (this.#waiting.length > 0) await this.#decide(this.#take())
    this.#running = false
  }

  /** The next batch in order; a transaction id or key that occurs again waits for the batch after, as its second answer depends on the first. */
  #take(): Waiting[] {
    const taken: Waiting[] = []
    const left: Waiting[] = []
    const ids = new Set<string>()
    for (const one of this.#waiting) {
      const { transaction, idempotency } = one.request
      const id = `id ${transaction.id}`
      const key = idempotency === null ? null : `key ${idempotency.apiKeyId} ${idempotency.key}`
      if (taken.length === batchAtMost || ids.has(id) || (key !== null && ids.has(key))) left.push(one)
      else taken.push(one)
      ids.add(id)
      if (key !== null) ids.add(key)
    }
    this.#waiting = left
    return taken
  }

  async #decide(batch: Waiting[]): Promise<void> {
    try {
      const results = await decideRound(
        batch.map((one) => one.request),
        this.#cache,
        this.now(),
      )
      this.#settle(batch, results)
    } catch (error) {
      const state = (error as { code?: string }).code ?? ''
      if (conflictStates.has(state)) this.#again(batch)
      // Nothing was written; one by one, so that a single bad row cannot refuse the others.
      else if (badRow.test(state) && batch.length > 1) for (const one of batch) await this.#decide([one])
      else for (const one of batch) one.reject(toAppError(error))
    }
  }

  #settle(batch: readonly Waiting[], results: readonly RoundResult[]): void {
    const again: Waiting[] = []
    batchSize.observe(batch.length)
    batch.forEach((one, i) => {
      const result = results[i]!
      if ('done' in result) {
        const { decision, status } = result.done.decision
        decisionsTotal.inc({ decision, status })
        noteDecision(performance.now() - one.since, this.now())
        one.resolve(result.done)
      } else if ('failed' in result) one.reject(result.failed)
      else again.push(one)
    })
    this.#again(again)
  }

  #again(lost: readonly Waiting[]): void {
    const still: Waiting[] = []
    decisionsRepeated.inc(lost.length)
    for (const one of lost) {
      one.tries++
      if (one.tries < triesAtMost) still.push(one)
      else one.reject(tooManyWriters())
    }
    this.#waiting = [...still, ...this.#waiting]
  }
}

function toAppError(cause: unknown): AppError {
  if (cause instanceof AppError) return cause
  const { code = '', message } = cause as { code?: string; message: string }
  if (badRow.test(code))
    return new AppError('internal', { message, userMessage: 'The transaction could not be stored.', cause })
  return new AppError('unavailable', {
    message: `A decision could not be stored: ${message}`,
    userMessage:
      'The database does not answer or is full. It is not known whether the decision was stored; send the same request again.',
    cause,
  })
}

function tooManyWriters(): AppError {
  return new AppError('unavailable', {
    userMessage:
      'Too many others write about this customer right now. Nothing was stored; send the request again.',
  })
}
