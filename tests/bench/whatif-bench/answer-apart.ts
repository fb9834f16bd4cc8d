import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { WhatIfQuestion } from '../../../domain/what-if/tally.ts'
import type { WhatIfResult } from '../../../domain/what-if/what-if-result.ts'
import { closePool } from '../../../server/db/pool.ts'
import { forgetTails, measure } from '../../../server/what-if/what-if.ts'

/** How long the answers took, milliseconds, and what the last one was. */
export interface Answered {
  readonly cold: readonly number[]
  readonly warm: readonly number[]
  readonly result: WhatIfResult
}

/** Answers the question `runs` times cold and warm in a process of its own: a server has no DuckDB with 10 million rows beside it. */
export async function answerApart(question: WhatIfQuestion, runs: number): Promise<Answered> {
  const child = fork(import.meta.filename, { execArgv: ['--import', 'tsx'], serialization: 'advanced' })
  const ended = once(child, 'exit')
  child.send({ question, runs })
  const [answered] = await Promise.race([
    once(child, 'message'),
    ended.then(([code]) => Promise.reject(new Error(`The process that answers ended with ${String(code)}`))),
  ])
  await ended
  return answered as Answered
}

async function answer({ question, runs }: { question: WhatIfQuestion; runs: number }): Promise<Answered> {
  const cold = await timed(runs, async () => {
    forgetTails()
    await measure(question)
  })
  const warm = await timed(runs, () => measure(question))
  const { result } = await measure(question)
  return { cold, warm, result }
}

async function timed(runs: number, work: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  for (let run = 0; run < runs; run++) {
    const began = performance.now()
    await work()
    taken.push(performance.now() - began)
  }
  return taken
}

// Where this file was forked, it is the process that answers.
if (process.argv[1] === import.meta.filename) {
  const [asked] = await once(process, 'message')
  const answered = await answer(asked as Parameters<typeof answer>[0])
  await closePool()
  process.send!(answered, () => process.disconnect())
}
