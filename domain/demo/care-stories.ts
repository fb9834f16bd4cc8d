import { type PeopleIds } from './care-people.ts'
import { type CareStory } from './care-story.ts'
import { CareTimeline, type DemoCase } from './care-timeline.ts'
import { clockChangeStory } from './clock-change-story.ts'
import { type DemoYear } from './demo-year.ts'

const hour = 60
const day = 24 * hour

/** The field's own cases and the situations that a demo must show, told through the same life cycle as every other case. */
const stories: readonly CareStory[] = [
  {
    ...{
      key: 'salary-exchange',
      customerRef: 'piotr-salary',
      segment: 'private',
      language: 'pl',
      kind: 'payment',
      targetMinutes: 480,
    },
    ...{ daysAgo: 6, minute: 10 * hour },
    tell: (line, { zofia, marek, ola }) => {
      line.opens(
        zofia,
        'payment',
        false,
        'contact-centre',
        'phone',
        'The automatic exchange of the salary did not run; the customer noticed days later and expects the earlier rate.',
      )
      line.speaks(
        3,
        zofia,
        'The hourly check saw a balance already lowered by a card fee. We look into it; the customer need not do anything.',
      )
      line.promises(2, zofia, 2 * hour, 'We call with the answer, whatever it is.')
      const asked = line.offers(
        5,
        zofia,
        'onBehalf',
        'payments',
        'Which rate applied on the day the salary arrived?',
      )
      line.then(6, ola, 'handoff.accepted', { handoffId: asked, by: ola })
      line.then(14, ola, 'handoff.served', { handoffId: asked })
      const memoId = line.id()
      line.then(4, zofia, 'memo.sent', {
        ...{ memoId, to: marek, dueAt: line.at + 4 * hour * 60_000 },
        ...{
          problem: 'The exchange did not run through no fault of the customer.',
          tried: 'Payments confirmed the rate of the day.',
          request: 'Grant the earlier rate.',
        },
      })
      line.then(18, marek, 'memo.decided', {
        memoId,
        decision: 'granted',
        reason: 'Our check was wrong, so the customer gets the rate of that day.',
        referTo: null,
        dueAt: null,
      })
      line.speaks(6, zofia, 'The difference is on your account now.')
      line.resolves(1, zofia, 'Exchanged at the rate of the day the salary arrived.')
    },
  },
  {
    ...{
      key: 'swallowed-card',
      customerRef: 'helena-card',
      segment: 'premium',
      language: 'pl',
      kind: 'card',
      targetMinutes: 960,
    },
    ...{ daysAgo: 9, minute: 11 * hour },
    tell: (line, { zofia, igor, tomek }) => {
      line.opens(
        zofia,
        'card',
        false,
        'branch',
        'branch',
        'Card swallowed by another bank’s machine: a discontinued premium card with two years left, which cannot be reissued.',
      )
      line.handsOver(
        10,
        zofia,
        igor,
        'warm',
        'cards',
        'The privileges of the card, not the brand programme',
        3,
        2,
      )
      line.promises(15, igor, 5 * hour, 'You hear from us today, also if there is nothing new.')
      line.speaks(4 * hour, igor, 'No news yet: we are looking for a card with the same privileges.')
      line.handsOver(
        20,
        igor,
        tomek,
        'warm',
        'advocate',
        'The reissue is impossible; can the privileges be kept?',
        12,
        5,
      )
      // The advocate is away the next day: a colleague covers and is named to the customer.
      line.then(day - 5 * hour, igor, 'owner.changed', { owner: igor, reason: 'cover' })
      line.speaks(
        20,
        igor,
        'My colleague is away; I have your case today. You get a current premium card with the same privileges.',
      )
      line.resolves(
        2 * hour,
        igor,
        'A current premium card with the same privileges, free until the old expiry date.',
      )
    },
  },
  {
    ...{
      key: 'wrong-address',
      customerRef: 'nikolai-address',
      segment: 'private',
      language: 'ru',
      kind: 'data-change',
      targetMinutes: 480,
    },
    ...{ daysAgo: 4, minute: 13 * hour },
    tell: (line, { zofia, kasia }) => {
      line.opens(
        zofia,
        'data-change',
        false,
        'branch',
        'branch',
        'Wrong delivery address on a new card: the form did not list the street and nothing can be changed after signing.',
      )
      line.speaks(5, zofia, 'We ask the people who make the card to hold it.')
      line.handsOver(6, zofia, kasia, 'cold', 'cards', 'Hold the card and change the address', 9, 22)
      line.resolves(75, kasia, 'Address changed before production.')
    },
  },
  {
    ...{
      key: 'stolen-wallet',
      customerRef: 'lena-wallet',
      segment: 'private',
      language: 'en',
      kind: 'lost-or-stolen',
      targetMinutes: 120,
    },
    ...{ daysAgo: 2, minute: 22 * hour + 40 },
    tell: (line, { igor }) => {
      line.opens(
        igor,
        'lost-or-stolen',
        true,
        'contact-centre',
        'phone',
        'Wallet stolen abroad: cards, cash, papers and family photographs.',
      )
      line.then(1, igor, 'emergency.stepDone', {
        step: 'block-cards',
        playbookVersion: 1,
        language: 'en',
        text: '',
      })
      line.then(0, igor, 'emergency.contained', { what: 'All cards blocked, app on the phone closed' })
      line.then(2, igor, 'emergency.stepDone', { step: 'calm', playbookVersion: 1, language: 'en', text: '' })
      line.then(3, igor, 'emergency.stepDone', {
        step: 'identity',
        playbookVersion: 1,
        language: 'en',
        text: '',
      })
      line.then(2, igor, 'emergency.stepDone', {
        step: 'next-steps',
        playbookVersion: 1,
        language: 'en',
        text: 'Cash by code at the machine by the hotel',
      })
      line.promises(1, igor, 2 * hour, 'I call you again within two hours.')
      line.speaks(95, igor, 'The code worked; new cards fly to the hotel.')
      line.resolves(5, igor, 'Contained, cash for three days, cards on their way.')
    },
  },
  {
    ...{
      key: 'ping-pong',
      customerRef: 'bartek-pingpong',
      segment: 'business',
      language: 'pl',
      kind: 'payment',
      targetMinutes: 480,
    },
    ...{ daysAgo: 12, minute: 9 * hour + 30 },
    tell: (line, { zofia, ola, igor }) => {
      line.opens(
        zofia,
        'payment',
        false,
        'contact-centre',
        'phone',
        'A transfer was booked twice, once as a card payment: each desk says that it is the other’s.',
      )
      line.handsOver(5, zofia, ola, 'cold', 'payments', 'Reverse the second booking', 12, 9)
      line.handsOver(20, ola, igor, 'cold', 'cards', 'It is a card booking', 14, 18)
      line.handsOver(15, igor, ola, 'cold', 'payments', 'It is a transfer', 11, 25)
      line.then(1, ola, 'handoff.askedAgain', { handoffId: handoffOf(line, 2) })
      line.handsOver(30, ola, igor, 'cold', 'cards', 'The card desk booked it', 16, 30)
      line.resolves(40, igor, 'Second booking reversed.', true)
    },
  },
  {
    ...{
      key: 'expired-at-night',
      customerRef: 'eva-night',
      segment: 'private',
      language: 'en',
      kind: 'card',
      targetMinutes: 960,
    },
    ...{ daysAgo: 3, minute: 21 * hour },
    tell: (line, { zofia }) => {
      line.opens(
        zofia,
        'card',
        false,
        'contact-centre',
        'phone',
        'The card desk is closed in the evening; the offer found nobody.',
      )
      const handoffId = line.offers(4, zofia, 'warm', 'cards', 'A limit for tomorrow’s purchase', 30)
      line.then(30, null, 'handoff.expired', { handoffId, inHours: false })
      line.promises(2, zofia, 13 * hour, 'The card desk calls you in the morning.')
      line.speaks(11 * hour, zofia, 'Your limit is raised for today.')
      line.resolves(3, zofia, 'Limit raised.')
    },
  },
  {
    ...{
      key: 'declined-chain',
      customerRef: 'jan-declined',
      segment: 'business',
      language: 'pl',
      kind: 'other',
      targetMinutes: 960,
    },
    ...{ daysAgo: 7, minute: 14 * hour },
    tell: (line, { zofia, ola, igor, tomek }) => {
      line.opens(
        zofia,
        'other',
        false,
        'branch',
        'branch',
        'A statement in another format for the customer’s accountant.',
      )
      const first = line.offers(8, zofia, 'cold', 'payments', 'A statement as a file for the accountant')
      line.then(6, ola, 'handoff.declined', {
        handoffId: first,
        reason: 'wrongDesk',
        text: 'Statements are not made here.',
      })
      const second = line.offers(3, zofia, 'cold', 'cards', 'A statement as a file for the accountant')
      line.then(9, igor, 'handoff.declined', {
        handoffId: second,
        reason: 'notAuthorised',
        text: 'Only the advocate may do that.',
      })
      line.handsOver(2, zofia, tomek, 'warm', 'advocate', 'A statement as a file for the accountant', 7, 3)
      line.resolves(60, tomek, 'File made and sent.')
    },
  },
  {
    ...{
      key: 'reopened',
      customerRef: 'sofia-reopened',
      segment: 'shop',
      language: 'ru',
      kind: 'purchase',
      targetMinutes: 960,
    },
    ...{ daysAgo: 10, minute: 15 * hour },
    tell: (line, { kasia }) => {
      line.opens(
        kasia,
        'purchase',
        false,
        'shop',
        'branch',
        'Blouse exchanged for the usual size, refund missing.',
      )
      line.resolves(25, kasia, 'Refund sent.')
      line.then(2 * day, kasia, 'case.reopened', { reason: 'The refund went to the old card.' })
      line.speaks(15, kasia, 'We send it again to the new card.')
      line.resolves(50, kasia, 'Refund sent to the new card.')
    },
  },
  {
    ...{
      key: 'broken-promise',
      customerRef: 'adam-waiting',
      segment: 'private',
      language: 'pl',
      kind: 'card',
      targetMinutes: 960,
    },
    ...{ daysAgo: 1, minute: 10 * hour },
    tell: (line, { zofia }) => {
      line.opens(zofia, 'card', false, 'branch', 'phone', 'The new card has not come.')
      const promiseId = line.promises(5, zofia, 3 * hour, 'We call when we know where it is.')
      line.then(3 * hour + 1, null, 'promise.broken', { promiseId })
    },
  },
  {
    ...{
      key: 'renegotiated-promise',
      customerRef: 'maria-moved',
      segment: 'private',
      language: 'pl',
      kind: 'payment',
      targetMinutes: 480,
    },
    ...{ daysAgo: 1, minute: 12 * hour },
    tell: (line, { zofia }) => {
      line.opens(zofia, 'payment', false, 'branch', 'phone', 'A transfer abroad is on its way for a week.')
      const promiseId = line.promises(5, zofia, 4 * hour, 'We call today.')
      line.then(3 * hour, zofia, 'promise.renegotiated', {
        promiseId,
        nextPromiseId: line.id(),
        dueAt: line.at + 30 * hour * 60_000,
        text: 'The other bank answers tomorrow; we call then.',
      })
    },
  },
  {
    ...{
      key: 'in-limbo',
      customerRef: 'karol-limbo',
      segment: 'private',
      language: 'pl',
      kind: 'card',
      targetMinutes: 960,
    },
    ...{ daysAgo: 0, minute: 23 * hour },
    tell: (line, { zofia, igor }) => {
      line.opens(zofia, 'card', false, 'contact-centre', 'phone', 'Card declined at the pharmacy.')
      const handoffId = line.offers(6, zofia, 'cold', 'cards', 'Why was it declined, and can he pay tonight?')
      line.then(4, igor, 'handoff.accepted', { handoffId, by: igor })
    },
  },
  {
    ...{
      key: 'memo-waits',
      customerRef: 'hanna-memo',
      segment: 'business',
      language: 'pl',
      kind: 'card',
      targetMinutes: 960,
    },
    ...{ daysAgo: 0, minute: 16 * hour },
    tell: (line, { tomek, marek }) => {
      line.opens(
        tomek,
        'card',
        false,
        'advocate',
        'email',
        'Fee for a replacement card, though the bank withdrew the card itself.',
      )
      line.speaks(10, tomek, 'I ask my manager to lift the fee; you hear from me tomorrow.')
      line.then(5, tomek, 'memo.sent', {
        ...{ memoId: line.id(), to: marek, dueAt: line.at + 24 * hour * 60_000 },
        ...{
          problem: 'The customer pays for a card that we withdrew.',
          tried: 'The card desk cannot waive fees.',
          request: 'Lift the fee of 40 PLN for this customer.',
        },
      })
    },
  },
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

function handoffOf(line: CareTimeline, index: number): string {
  const offered = line.events.filter((event) => event.type === 'handoff.offered')
  const found = offered[index]
  if (found?.type !== 'handoff.offered') throw new RangeError(`The story has no handoff ${index}`)
  return found.payload.handoffId
}
