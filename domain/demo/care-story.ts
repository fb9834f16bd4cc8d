import type { PeopleIds } from './care-people.ts'
import type { CareTimeline, DemoCase } from './care-timeline.ts'

/** Minutes, as stories count them. */
export const hour = 60
export const day = 24 * hour

/** A case of the demo that a visitor should meet, told from a minute of a day on. */
export interface CareStory extends Pick<DemoCase, 'key' | 'customerRef' | 'segment' | 'language' | 'kind'> {
  /** Whole days before the demo's last day, and the minute of that day, on the organisation's wall. */
  readonly daysAgo: number
  readonly minute: number
  readonly tell: (line: CareTimeline, people: PeopleIds) => void
}
