import { getPool } from '../../db/pool.ts'
import { refreshRollup } from './refresh-rollup.ts'

/**
 * Recounts the whole cache from the rows: marks every slot that has rows or counts, then works the marks off. Figures stay
 * right meanwhile, because readers count marked slots from the rows. Answers how many slots were recounted.
 */
export async function rebuildRollup(onProgress: (slotsDone: number) => void = () => {}): Promise<number> {
  await getPool().query(`
    INSERT INTO dirty_slots (slot)
    SELECT date_bin('15 minutes', occurred_at, 'epoch') FROM transactions
    UNION SELECT date_bin('15 minutes', raised_at, 'epoch') FROM alerts
    UNION SELECT slot FROM screening_rollup`)
  await getPool().query('INSERT INTO dirty_alert_weeks (week) SELECT week FROM alert_chunks')
  let slotsDone = 0
  for (;;) {
    const recounted = await refreshRollup()
    if (recounted === 0) return slotsDone
    // Another process is recounting: its transaction is short, and the marks that it leaves are ours.
    if (recounted === null) await new Promise((resolve) => setTimeout(resolve, 50))
    else slotsDone += recounted
    onProgress(slotsDone)
  }
}
