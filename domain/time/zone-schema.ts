import * as z from 'zod/mini'
import { findZone, unknownZoneMessage } from './zone.ts'

/** A zone name at the edge: parses to the canonical spelling. Apart from `zone.ts`, which pages load without zod. */
export const zoneSchema = z.pipe(
  z.string(),
  z.transform((name: string, context): string => {
    const zone = findZone(name)
    if (zone === null) {
      context.issues.push({ code: 'custom', message: unknownZoneMessage(name), input: name })
      return z.NEVER
    }
    return zone
  }),
)
