import { type CareStory, hour } from './care-story.ts'
import type { DemoYear } from './demo-year.ts'

/**
 * The night of the year's last change of clocks: a customer is handed over before it and answered after it, so that waits over a night
 * of 23 or 25 hours can be seen. null where the organisation's clocks did not change.
 */
export function clockChangeStory(year: DemoYear): CareStory | null {
  const last = year.days.length - 1
  const changed = year.days.findLast(
    ({ index }) => index < last && year.at(index + 1, 0) - year.at(index, 0) !== 24 * hour * 60_000,
  )
  if (changed === undefined) return null
  return {
    ...{ key: 'clock-change', customerRef: 'olga-sorokina', segment: 'private', language: 'ru' },
    ...{ kind: 'card', daysAgo: last - changed.index, minute: 30 },
    tell: (line, { igor, ola }) => {
      line.opens(
        ...([igor, 'card', false, 'cards', 'phone'] as const),
        'Card refused at a petrol station in the night in which the clocks change.',
      )
      line.handsOver(80, igor, ola, 'warm', 'contact-centre', 'Pay for the petrol tonight', 25, 10)
      line.promises(5, ola, 60, 'I call you within the hour, whatever the clock on the wall says.')
      line.speaks(55, ola, 'The limit is raised; the card works.')
      line.resolves(10, ola, 'Limit raised for the journey.')
    },
  }
}
