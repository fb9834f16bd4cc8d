import { parseArgs } from 'node:util'
import { AppError } from '../../domain/errors/app-error.ts'
import { migrate } from '../db/migrate.ts'
import { readEnvironment } from '../environment.ts'
import { findCaseLogMapping, importIncidents, type ImportProgress, runImport } from '../imports/imports.ts'
import { openDatabase } from './database.ts'
import { describeImport } from './describe-import.ts'
import { describeIncidentImport } from './describe-incident-import.ts'
import { type ProgressBar, progressBar } from './progress-bar.ts'

const usage = 'npm run import -- <preset or mapping.json> <file> [--dry-run]'

/** `npm run import`: brings history in from a file, whether or not the server is running; run again after a kill it goes on. */
export async function run(args: string[]): Promise<number> {
  const { preset, file, dryRun } = readArguments(args)
  const environment = readEnvironment()
  const database = await openDatabase(environment)
  const bars = phaseBars()
  try {
    await migrate(database.url)
    const request = { file, dryRun, now: Date.now(), onProgress: bars.show }
    const mapping = await findCaseLogMapping(preset)
    const described =
      mapping === null
        ? describeImport(await runImport({ ...request, preset }))
        : describeIncidentImport(await importIncidents({ ...request, mapping }))
    bars.finish()
    console.log(described)
    return 0
  } finally {
    bars.finish()
    await database.close()
  }
}

function readArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean' } },
    })
    const [preset, file] = positionals
    if (preset !== undefined && file !== undefined && positionals.length === 2) {
      return { preset, file, dryRun: values['dry-run'] ?? false }
    }
  } catch (cause) {
    throw new AppError('invalidInput', { userMessage: `${(cause as Error).message}\n${usage}`, cause })
  }
  throw new AppError('invalidInput', { userMessage: usage })
}

const labels: Readonly<Record<ImportProgress['phase'], string>> = {
  reading: 'Reading the file',
  screening: 'Screening transactions',
  storing: 'Storing incidents',
  counting: 'Counting what came of it',
}

const units: Partial<Record<ImportProgress['phase'], string>> = {
  screening: 'transactions',
  storing: 'incidents',
}

/** One bar for each phase, the next one beginning where the last one ends. */
function phaseBars() {
  let current: { phase: ImportProgress['phase']; bar: ProgressBar } | null = null
  const finish = () => {
    current?.bar.finish()
    current = null
  }
  const show = ({ phase, done, total, startedAt }: ImportProgress) => {
    if (current?.phase !== phase) {
      finish()
      const unit = units[phase] ?? null
      current = { phase, bar: progressBar(labels[phase], total, { unit, startedAt }) }
    }
    current.bar.update(done)
  }
  return { show, finish }
}
