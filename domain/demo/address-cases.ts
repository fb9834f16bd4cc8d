import { seededRandom } from '../statistics/seeded-random.ts'
import type { PeopleIds } from './care-people.ts'
import { CareTimeline, type DemoCase } from './care-timeline.ts'
import type { DemoYear } from './demo-year.ts'

/** How many days before the demo's end the address could first be changed until production: a planted effect. */
export const addressChangeDaysAgo = 70

const casesAWeek = 14
const casesAWeekAfter = 1

/** The year's cases of a wrong delivery address on a new card: many before the proposal was implemented, few since. */
export function addressCases(year: DemoYear, people: PeopleIds): DemoCase[] {
  const random = seededRandom('worth-asking-addresses')
  const end = year.at(year.days.length, 0)
  return year.days.flatMap(({ weekday }, dayIndex) => {
    const daysAgo = year.days.length - dayIndex
    const own = random.fork(`day ${daysAgo}`)
    if (weekday > 5) return []
    const aDay = (daysAgo > addressChangeDaysAgo ? casesAWeek : casesAWeekAfter) / 5
    return Array.from({ length: own.poisson(aDay) }, (_, n): DemoCase => {
      const key = `address-${daysAgo}-${n}`
      const line = new CareTimeline(key, year.at(dayIndex, own.int(9 * 60, 15 * 60)))
      line.opens(
        people.zofia,
        'data-change',
        false,
        'branch',
        'branch',
        'Wrong delivery address on a new card',
      )
      line.speaks(
        own.lognormal(4, 0.5),
        people.zofia,
        'The form did not list the street; we ask the processing centre.',
      )
      line.resolves(
        own.lognormal(110, 0.5),
        people.zofia,
        'The card went to the right address.',
        own.chance(0.2),
      )
      return {
        ...{ key, kind: 'data-change', segment: 'private', language: 'pl' },
        customerRef: `b-${String(own.int(1, 400)).padStart(4, '0')}`,
        events: line.events.filter(({ at }) => at < end),
      }
    })
  })
}
