/** A local time of day as `HH:MM`, up to `24:00`, the end of the day. */
const timePattern = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/

/** Minutes since local midnight, 0 to 1440; null when the text is not `HH:MM` or `24:00`. */
export function minutesOfDay(text: string): number | null {
  const match = timePattern.exec(text)
  if (match === null) return null
  return match[1] === undefined ? 1440 : 60 * Number(match[1]) + Number(match[2])
}
