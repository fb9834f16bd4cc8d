import { type CareStory, hour } from '../care-story.ts'
import { handoffOf } from '../handoff-of.ts'

export const pingPong: CareStory = {
  ...{
    key: 'ping-pong',
    customerRef: 'bartek-michalak',
    segment: 'business',
    language: 'pl',
    kind: 'payment',
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
}
