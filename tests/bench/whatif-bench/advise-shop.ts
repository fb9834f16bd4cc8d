import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { type Advice, advise, rebuildDays } from '../../../server/what-if/what-if.ts'

const year = { from: Date.UTC(2010, 11, 1), to: Date.UTC(2011, 11, 10) }

/** Imports the real shop's year into the database of this process and asks the advisor about its lines. */
export async function adviseShop(file: string): Promise<Advice> {
  const child = path.join(import.meta.dirname, '..', 'import-bench', 'import-child.ts')
  await promisify(execFile)(process.execPath, ['--import', 'tsx', child, file], { env: process.env })
  await rebuildDays()
  return advise({ window: year, level: 'line', currency: 'GBP', objective: 'count' })
}
