import { type SeededRandom, seededRandom } from '../statistics/seeded-random.ts'
import type { PeopleIds } from './care-people.ts'
import { CareTimeline, type DemoCase } from './care-timeline.ts'
import type { DemoYear } from './demo-year.ts'

/** Cases a working day; Saturdays and Sundays have a quarter of them. */
const casesADay = 9

/** In the last so many days the card desk is short of people: a planted change that Review should show. */
const shortOfPeopleDays = 28

const subjects = [
  {
    kind: 'card',
    desk: 'branch',
    to: 'cards',
    about: 'Card does not work abroad',
    done: 'Card opened for the country.',
  },
  {
    kind: 'card',
    desk: 'contact-centre',
    to: 'cards',
    about: 'Limit too low for a purchase',
    done: 'Limit raised for a day.',
  },
  {
    kind: 'payment',
    desk: 'contact-centre',
    to: 'payments',
    about: 'Transfer to the wrong account',
    done: 'Recall sent to the other bank.',
  },
  {
    kind: 'payment',
    desk: 'branch',
    to: 'payments',
    about: 'Standing order ran twice',
    done: 'Second one returned.',
  },
  {
    kind: 'purchase',
    desk: 'shop',
    to: 'advocate',
    about: 'Wrong size on the receipt',
    done: 'Exchanged.',
  },
  {
    kind: 'data-change',
    desk: 'branch',
    to: 'advocate',
    about: 'New name after marriage',
    done: 'Changed everywhere.',
  },
] as const

const channels = ['phone', 'phone', 'branch', 'email'] as const
const languages = ['pl', 'pl', 'pl', 'ru', 'en'] as const
const receivers = { cards: 'igor', payments: 'ola', advocate: 'tomek' } as const

/** A year of ordinary cases up to the end of `year`: the same ones at the same distance from its end, whenever it is made. */
export function careYear(year: DemoYear, people: PeopleIds): DemoCase[] {
  const random = seededRandom('worth-asking-care')
  const end = year.at(year.days.length, 0)
  return year.days.flatMap((_, dayIndex) => {
    const own = random.fork(`day ${year.days.length - dayIndex}`)
    const weekday = new Date(year.at(dayIndex, 12 * 60)).getUTCDay()
    const busy = weekday === 0 || weekday === 6 ? 0.25 : 1
    return Array.from({ length: own.poisson(casesADay * busy) }, (_unused, n) =>
      ordinaryCase(own.fork(String(n)), year, dayIndex, n, people),
    )
      .map((one) => ({ ...one, events: one.events.filter(({ at }) => at < end) }))
      .filter(({ events }) => events.length > 0)
  })
}

function ordinaryCase(
  random: SeededRandom,
  year: DemoYear,
  dayIndex: number,
  n: number,
  people: PeopleIds,
): DemoCase {
  const subject = random.pick(subjects)
  const key = `year-${year.days.length - dayIndex}-${n}`
  const opener = subject.desk === 'shop' ? people.kasia : people.zofia
  const line = new CareTimeline(key, year.at(dayIndex, random.int(9 * 60, 16 * 60)))
  line.opens(opener, subject.kind, false, subject.desk, random.pick(channels), subject.about)
  line.speaks(random.lognormal(4, 0.7), opener, 'Understood; we look into it.')
  const holder = random.chance(0.45)
    ? moveOn(random, line, subject, opener, people, dayIndex > year.days.length - shortOfPeopleDays)
    : opener
  if (random.chance(0.3)) keepPromise(random, line, holder)
  if (random.chance(0.12)) {
    line.then(5, holder, 'turn.passed', {
      to: 'customer',
      reason: 'A document that only the customer has',
      nextDueAt: line.at + 3 * 86_400_000,
    })
    line.then(random.lognormal(600, 0.8), holder, 'turn.passed', { to: 'us', reason: null, nextDueAt: null })
  }
  line.resolves(random.lognormal(90, 1.1), holder, subject.done, random.chance(0.2))
  if (random.chance(0.06)) {
    line.then(random.lognormal(2_000, 0.6), holder, 'case.reopened', { reason: 'It came up again.' })
    line.resolves(random.lognormal(120, 0.9), holder, subject.done)
  }
  const segment = subject.desk === 'shop' ? 'shop' : random.pick(['private', 'private', 'business'] as const)
  return {
    ...{ key, kind: subject.kind, segment, language: random.pick(languages), events: line.events },
    customerRef: `${segment === 'shop' ? 's' : 'b'}-${String(random.int(1, 400)).padStart(4, '0')}`,
  }
}

/** Hands the customer over to the specialists; now and then the offer is declined or expires and the sender goes on. */
function moveOn(
  random: SeededRandom,
  line: CareTimeline,
  subject: (typeof subjects)[number],
  opener: string,
  people: PeopleIds,
  short: boolean,
): string {
  const receiver = people[receivers[subject.to]]
  const slow = short && subject.to === 'cards' ? 6 : 1
  if (random.chance(0.08)) {
    const handoffId = line.offers(6, opener, 'cold', subject.to, subject.about)
    line.then(random.lognormal(6, 0.5), receiver, 'handoff.declined', {
      handoffId,
      reason: random.pick(['wrongDesk', 'noCapacity'] as const),
      text: 'Please try another way.',
    })
  } else if (random.chance(0.06 * slow)) {
    const handoffId = line.offers(6, opener, 'warm', subject.to, subject.about)
    line.then(16, null, 'handoff.expired', { handoffId, inHours: true })
    return opener
  }
  const mode = random.chance(0.6) ? 'warm' : 'cold'
  line.handsOver(
    random.lognormal(8, 0.5),
    opener,
    receiver,
    mode,
    subject.to,
    subject.about,
    random.lognormal(3.5 * slow, 0.7),
    random.lognormal(mode === 'warm' ? 2 : 14, 0.8),
  )
  if (random.chance(0.1)) {
    const served = line.events.findLast((event) => event.type === 'handoff.served')
    if (served?.type === 'handoff.served')
      line.then(1, receiver, 'handoff.askedAgain', { handoffId: served.payload.handoffId })
  }
  return receiver
}

function keepPromise(random: SeededRandom, line: CareTimeline, holder: string) {
  const promiseId = line.promises(3, holder, 240, 'We call you.')
  if (random.chance(0.12)) {
    line.then(241, null, 'promise.broken', { promiseId })
    line.speaks(random.lognormal(60, 0.8), holder, 'We are late, and sorry for it.')
    return
  }
  line.speaks(random.int(30, 230), holder, 'Here is what we know.')
}
