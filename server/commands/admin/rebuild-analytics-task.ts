import { rebuildChunks, rebuildRollup } from '../../analytics/analytics.ts'
import { rebuildDays } from '../../what-if/what-if.ts'
import { type AdminTask } from './admin-task.ts'

export const rebuildAnalyticsTask: AdminTask = {
  usage: '',
  summary: 'Recounts the figures’ caches from the rows. Figures stay right meanwhile.',
  migrated: true,
  run: async () => {
    const slots = await rebuildRollup()
    const weeks = await rebuildChunks()
    const days = await rebuildDays()
    console.log(`Recounted ${slots} quarter hours, ${weeks} weeks of cases and ${days} days for what-if.`)
    return 0
  },
}
