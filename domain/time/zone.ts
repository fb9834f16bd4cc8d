import { AppError } from '../errors/app-error.ts'

const startsLikeAnOffset = /^[+-]/

/**
 * Whether `name` is an IANA zone that this runtime knows (`Europe/Warsaw`, `UTC`).
 * A numeric offset (`+02:00`) is not a zone: it cannot say when its clocks change.
 */
export function isZone(name: string): boolean {
  return findZone(name) !== null
}

/**
 * The zone in the spelling of the runtime's zone database (`europe/warsaw` becomes `Europe/Warsaw`).
 *
 * @throws AppError `invalidInput` when the name is unknown or a numeric offset.
 */
export function parseZone(name: string): string {
  const zone = findZone(name)
  if (zone === null) {
    throw new AppError('invalidInput', {
      message: `Unknown time zone ${JSON.stringify(name)}`,
      userMessage: unknownZoneMessage(name),
    })
  }
  return zone
}

/** The zone in the spelling of the runtime's zone database; null when the name is unknown or a numeric offset. */
export function findZone(name: string): string | null {
  if (name === '' || startsLikeAnOffset.test(name)) return null
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch (cause) {
    // Intl says "unknown zone" only by throwing RangeError; anything else is a fault of ours.
    if (cause instanceof RangeError) return null
    throw cause
  }
}

/** What to say of a name that is no zone. */
export function unknownZoneMessage(name: string): string {
  return `"${name.slice(0, 60)}" is not a known time zone. Use a name such as Europe/Warsaw or UTC, not an offset.`
}
