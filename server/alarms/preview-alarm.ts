import { judgeAlarm } from '../../domain/alarms/judge-alarm.ts'
import { checkWatched } from './check-watched.ts'
import { readWindow, type Watched } from './read-window.ts'

/** What an alarm would see if it were looked at. */
export interface AlarmPreview {
  /** In the figure's unit; null: not applicable. */
  readonly observed: number | null
  /** What it is held against; null: there is nothing to hold it against yet. */
  readonly limit: number | null
  readonly n: number
  readonly rings: boolean
}

/** What an alarm that nobody has set yet would say at `now` (epoch ms). Throws as setting it does. */
export async function previewAlarm(watched: Watched, now: number): Promise<AlarmPreview> {
  const alarm = checkWatched(watched)
  const { observed, n, usual } = await readWindow(alarm, now)
  const { event, limit } = judgeAlarm(alarm.condition, 'quiet', { observed, n, ...(usual && { usual }) })
  return { observed, limit, n, rings: event === 'raised' }
}
