import { z } from 'zod'
import { zoneSchema } from '../time/zone-schema.ts'

const column = z.string().min(1, 'names a column of the header')
const words = z.array(z.string().min(1)).default([])

/**
 * How the rows of another system's log of cases (one row an update) become cases: which column holds what, and what its words for
 * the state of a case mean.
 */
export const caseLogMappingSchema = z.strictObject({
  /** Says that the file is a log of cases, not of purchases. */
  log: z.literal('cases'),
  /** Shown on the Imports page and part of what makes a file "already imported". */
  name: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, 'must be short and in kebab-case, such as "my-helpdesk"'),
  delimiter: z.string().length(1).default(','),
  /** IANA zone of times that carry no offset of their own. */
  zone: zoneSchema,
  timeFormat: z.enum(['iso', 'dayMonthYear', 'monthDayYear']).default('iso'),
  /** Texts that mean "not known", besides an empty one. */
  unknown: words,
  /** Kinds of the imported cases begin so: `helpdesk`, `helpdesk-cards`. */
  kind: z.string().regex(/^[a-z][a-z0-9]{1,30}$/, 'must be one short word in small letters'),
  columns: z.strictObject({
    case: column,
    state: column,
    updatedAt: column,
    desk: column,
    /** Who has the case at the desk; their first row is the acceptance. */
    person: column.optional(),
    /** When the case began; its first row without. */
    openedAt: column.optional(),
    /** A number that grows with every row of a case: decides where times are equal. */
    order: column.optional(),
    /** How often it was reopened so far; without, a row in another state after a resolution reopens. */
    reopens: column.optional(),
    /** `true` while the other system's own target holds. */
    withinTarget: column.optional(),
    customer: column.optional(),
    channel: column.optional(),
    category: column.optional(),
    priority: column.optional(),
    closeCode: column.optional(),
  }),
  /** The other system's words for states; in all others it is our turn. */
  states: z.strictObject({
    resolved: z.array(z.string().min(1)).min(1, 'names at least one state'),
    customer: words,
    otherDesk: words,
    manager: words,
    thirdParty: words,
  }),
})

export type CaseLogMapping = z.output<typeof caseLogMappingSchema>

/** The columns of a mapping's header. */
export function caseLogColumns({ columns }: CaseLogMapping): string[] {
  return Object.values(columns).filter((name) => name !== undefined)
}
