/** Quarter hours: today's zones all keep their days' and hours' edges on them. */
export const slotMs = 900_000

/** The start (epoch ms) of the slot that holds an instant. */
export function slotStart(at: number): number {
  return Math.floor(at / slotMs) * slotMs
}
