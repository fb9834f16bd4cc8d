import { readFile } from 'node:fs/promises'
import { closePool } from '../../../server/db/pool.ts'
import { runImport } from '../../../server/imports/imports.ts'

/** A process of its own, so that its peak memory is the import's alone. Prints one JSON line. */
const beganAt = performance.now()
const { summary } = await runImport({ preset: 'online-retail', file: process.argv[2]!, now: Date.now() })
const seconds = (performance.now() - beganAt) / 1000
await closePool()
const peak = /VmHWM:\s+(\d+) kB/.exec(await readFile('/proc/self/status', 'utf8'))?.[1]
console.log(JSON.stringify({ seconds, rows: summary.rowsRead, peakKiB: Number(peak ?? NaN) }))
