import { type Check, type CheckResult } from './check.ts'
import { build, journeys } from './journeys.ts'
import { oldestPostgres } from './oldest-postgres.ts'
import { pageWeight } from './page-weight.ts'
import { deadCode, directions, formatting, lint, lockFile, types } from './static-checks.ts'
import { vitestCheck } from './test-suites.ts'

/** Everything that CI runs. Two run at a time, begun in this order. */
const checks: readonly Check[] = [
  vitestCheck('domain', 'domain'),
  types,
  vitestCheck('architecture', 'architecture'),
  lint,
  vitestCheck('database suite', 'server'),
  build,
  journeys,
  pageWeight,
  oldestPostgres,
  directions,
  deadCode,
  formatting,
  lockFile,
]

const lanes = 2

/** `npm test`, or `npm test -- NAME ...` for the checks whose names contain one of the words. Gives the exit status. */
export async function run(words: string[]): Promise<number> {
  const chosen = checks.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))
  if (chosen.length === 0) {
    console.log(`No check has such a name. There are: ${checks.map(({ name }) => name).join(', ')}.`)
    return 1
  }
  const results = await runAll(chosen)
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

/** Each of two lanes takes the next check whose forerunners have ended. */
async function runAll(chosen: readonly Check[]): Promise<CheckResult[]> {
  const waiting = [...chosen]
  const running = new Map<string, Promise<void>>()
  const results: CheckResult[] = []
  const mayStart = ({ after = [] }: Check) =>
    after.every((name) => !running.has(name) && !waiting.some((other) => other.name === name))
  while (waiting.length > 0 || running.size > 0) {
    const next = running.size < lanes ? waiting.findIndex(mayStart) : -1
    if (next < 0) {
      await Promise.race(running.values())
      continue
    }
    const [check] = waiting.splice(next, 1)
    const ended = runAloud(check!).then((result) => {
      results.push(result)
      running.delete(check!.name)
    })
    running.set(check!.name, ended)
  }
  return results
}

async function runAloud(check: Check): Promise<CheckResult> {
  const startedAt = Date.now()
  const result = await check.run().catch((cause: unknown) => ({
    passed: 0,
    failed: 1,
    output: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
    note: undefined,
  }))
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1).padStart(6)
  const counts = `${result.passed} passed, ${result.failed} failed`
  if (result.failed > 0) console.log(`\n${result.output.trim()}\n`)
  console.log(
    `${result.failed > 0 ? 'FAILED' : '    ok'} ${seconds} s  ${check.name}: ${result.note ? `${counts}, ${result.note}` : counts}`,
  )
  return result
}
