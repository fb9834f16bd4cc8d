import { randomUUID } from 'node:crypto'
import { Cron } from 'croner'
import pg from 'pg'
import { logFailure } from '../../observability/log.ts'
import { storeShadowCounts } from '../../screening/screening.ts'
import { auditGuardRefusals } from './audit-guard-refusals.ts'
import { endUnsignedEmergencies } from './end-unsigned-emergencies.ts'
import { forgetProcess, reportProcess } from './report-process.ts'
import { runDueSwitches } from './run-due-switches.ts'
import { runRamps } from './run-ramps.ts'
import { tripRules } from './trip-rules.ts'
import { versionsChannel } from './wake-processes.ts'

export interface VersionClock {
  readonly stop: () => Promise<void>
}

/** How often ramps and caps are measured: their questions count over hours. */
const measureEveryMs = 10_000
/** A wake-up in between is about a switch and does nothing else. */
const countEveryMs = 900

/**
 * Lets versions live in this process until `stop`: makes announced ones ready, says so, switches when everybody is ready, moves ramps, ends
 * unsigned emergencies, trips rules, audits what the database refused. Runs each second, and at once when another process says that something moved.
 */
export function startVersionClock(): VersionClock {
  const id = randomUUID()
  const startedAt = Date.now()
  let countedAt = 0
  let measuredAt = 0
  let running: Promise<void> | null = null
  let again = false

  async function round(): Promise<void> {
    const now = Date.now()
    await reportProcess(id, startedAt, now)
    while ((await runDueSwitches(Date.now())) > 0) await reportProcess(id, startedAt, Date.now())
    if (now - countedAt < countEveryMs) return
    countedAt = now
    await storeShadowCounts()
    await endUnsignedEmergencies(now)
    await auditGuardRefusals(now)
    if (now - measuredAt < measureEveryMs) return
    measuredAt = now
    await runRamps(now)
    await tripRules(now)
  }

  function run(): Promise<void> {
    if (running !== null) {
      again = true
      return running
    }
    running = round()
      .catch(onFailure)
      .finally(() => {
        running = null
        if (again) {
          again = false
          void run()
        }
      })
    return running
  }

  const job = new Cron('* * * * * *', { protect: true, unref: true, catch: onFailure }, run)
  const ears = listen(() => void run())
  void run()
  return {
    stop: async () => {
      job.stop()
      again = false
      await ears.close()
      await running
      await storeShadowCounts()
      await forgetProcess(id)
    },
  }
}

/** Hears when versions move, on a connection of its own; when it breaks, the clock's second does, and a new one is tried. */
function listen(onMove: () => void): { readonly close: () => Promise<void> } {
  let client: pg.Client | null = null
  let closed = false
  const open = async () => {
    const next = new pg.Client({ connectionString: process.env.DATABASE_URL })
    const reopen = () => {
      if (closed || client !== next) return
      client = null
      setTimeout(() => void open().catch(onFailure), 1_000).unref()
    }
    client = next
    next.on('error', reopen)
    next.on('end', reopen)
    next.on('notification', onMove)
    await next.connect()
    await next.query(`LISTEN ${versionsChannel}`)
  }
  void open().catch((cause: unknown) => {
    onFailure(cause)
    client?.emit('end')
  })
  return {
    close: async () => {
      closed = true
      await client?.end().catch(onFailure)
    },
  }
}

function onFailure(error: unknown): void {
  logFailure(error, { job: 'versions' })
}
