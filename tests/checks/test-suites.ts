import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { type Check, type CheckResult } from './check.ts'
import { type ProgramEnd, runPackage } from './run-program.ts'

const reportSchema = z.object({
  numTotalTests: z.number(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
})

/** One of Vitest's projects (vitest.config.ts), with its tests counted. `env` is put over ours. */
export function vitestCheck(
  name: string,
  project: string,
  env: Readonly<Record<string, string | undefined>> = {},
): Check {
  return {
    name,
    run: async () => {
      const file = await reportFile(name)
      const ended = await runPackage(
        'vitest/vitest.mjs',
        ['run', `--project=${project}`, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`],
        env,
      )
      const report = await readReport(file, reportSchema)
      if (report === null) return nothingCounted(ended)
      const skipped = report.numPendingTests + report.numTodoTests
      return counted(ended, report.numPassedTests, report.numFailedTests, skipped)
    },
  }
}

/** What a run counted. A run that failed for another reason than a test, or that saw no test, is one failure. */
export function counted(ended: ProgramEnd, passed: number, failed: number, skipped: number): CheckResult {
  const silent = passed + failed === 0 || (ended.status !== 0 && failed === 0)
  return {
    passed,
    failed: silent ? 1 : failed,
    note: skipped > 0 ? `${skipped} skipped` : undefined,
    output: ended.output,
  }
}

export function nothingCounted(ended: ProgramEnd): CheckResult {
  return { passed: 0, failed: 1, output: ended.output }
}

/** Where a run writes its counts; an earlier run's are gone. */
export async function reportFile(name: string): Promise<string> {
  const folder = path.resolve('.test-data', 'reports')
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, `${name.replaceAll(/\W+/g, '-')}.json`)
  await rm(file, { force: true })
  return file
}

/** The counts, or null when the run ended before it wrote any. */
export async function readReport<T>(file: string, schema: z.ZodType<T>): Promise<T | null> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null
    throw cause
  })
  return text === null ? null : schema.parse(JSON.parse(text))
}
