/** A week in UTC that is not a calendar's: seven days counted from 1970-01-01T00:00Z. For storage, never for display. */
export const weekMs = 604_800_000

/** The number of the week that holds an instant (epoch ms). */
export function weekOf(instant: number): number {
  return Math.floor(instant / weekMs)
}
