/** When everything in the benchmark happens: a fixed moment at which all alerts wait and none is too old. */
export const at = Date.UTC(2026, 5, 8, 8)

/** So many workers who never pause do `jobs` jobs between them; each answer and how long it took, in ms. */
export async function runWorkers<Answer>(
  workers: number,
  jobs: number,
  job: (worker: number) => Promise<Answer>,
): Promise<{
  readonly answers: readonly Answer[]
  readonly ms: readonly number[]
  readonly totalMs: number
}> {
  const answers: Answer[] = []
  const ms: number[] = []
  let left = jobs
  const began = performance.now()
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      while (left-- > 0) {
        const start = performance.now()
        answers.push(await job(worker))
        ms.push(performance.now() - start)
      }
    }),
  )
  return { answers, ms, totalMs: performance.now() - began }
}
