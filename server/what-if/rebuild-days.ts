import { getPool } from '../db/pool.ts'
import { refreshDays } from './refresh-days.ts'
import { refreshSpans } from './refresh-spans.ts'

const waitMs = 50

/** Makes every day's tail and every span anew: marks all days that have rows or tails, then works the marks off. Answers how many days. */
export async function rebuildDays(onProgress: (daysDone: number) => void = () => {}): Promise<number> {
  await getPool().query(`
    INSERT INTO what_if_dirty_days (day)
    SELECT floor(extract(epoch FROM occurred_at) / 86400)::int FROM transactions
    UNION SELECT day FROM what_if_days`)
  const days = await untilDone(refreshDays, onProgress)
  await getPool().query('DELETE FROM what_if_spans')
  await untilDone(refreshSpans)
  return days
}

async function untilDone(
  refresh: () => Promise<number | null>,
  onProgress: (done: number) => void = () => {},
): Promise<number> {
  let done = 0
  for (;;) {
    const made = await refresh()
    if (made === 0) return done
    // Another process is at it: its transaction is short, and the marks that it leaves are ours.
    if (made === null) await new Promise((resolve) => setTimeout(resolve, waitMs))
    else done += made
    onProgress(done)
  }
}
