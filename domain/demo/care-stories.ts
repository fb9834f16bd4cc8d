import type { PeopleIds } from './care-people.ts'
import type { CareStory } from './care-story.ts'
import { CareTimeline, type DemoCase } from './care-timeline.ts'
import { clockChangeStory } from './clock-change-story.ts'
import type { DemoYear } from './demo-year.ts'
import { brokenPromise } from './stories/broken-promise.ts'
import { declinedChain } from './stories/declined-chain.ts'
import { expiredAtNight } from './stories/expired-at-night.ts'
import { inLimbo } from './stories/in-limbo.ts'
import { memoWaits } from './stories/memo-waits.ts'
import { pingPong } from './stories/ping-pong.ts'
import { renegotiatedPromise } from './stories/renegotiated-promise.ts'
import { reopened } from './stories/reopened.ts'
import { salaryExchange } from './stories/salary-exchange.ts'
import { stolenWallet } from './stories/stolen-wallet.ts'
import { swallowedCard } from './stories/swallowed-card.ts'
import { wrongAddress } from './stories/wrong-address.ts'

/** The field's own cases and the situations that a demo must show, told through the same life cycle as every other case. */
const stories: readonly CareStory[] = [
  salaryExchange,
  swallowedCard,
  wrongAddress,
  stolenWallet,
  pingPong,
  expiredAtNight,
  declinedChain,
  reopened,
  brokenPromise,
  renegotiatedPromise,
  inLimbo,
  memoWaits,
]

/** The stories as cases that end before `year` ends; events that would lie after it have not happened yet. */
export function careStories(year: DemoYear, people: PeopleIds): DemoCase[] {
  const end = year.at(year.days.length, 0)
  const clocks = clockChangeStory(year)
  return [...stories, ...(clocks === null ? [] : [clocks])].map(({ daysAgo, minute, tell, ...facts }) => {
    const line = new CareTimeline(facts.key, year.at(year.days.length - 1 - daysAgo, minute))
    tell(line, people)
    return { ...facts, events: line.events.filter(({ at }) => at < end) }
  })
}
