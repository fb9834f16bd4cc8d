import { type CareStory, hour } from '../care-story.ts'

export const expiredAtNight: CareStory = {
  ...{
    key: 'expired-at-night',
    customerRef: 'eva-horakova',
    segment: 'private',
    language: 'en',
    kind: 'card',
  },
  ...{ daysAgo: 3, minute: 21 * hour },
  tell: (line, { zofia }) => {
    line.opens(
      zofia,
      'card',
      false,
      'contact-centre',
      'phone',
      'A higher limit for a purchase tomorrow; the card desk is closed in the evening.',
    )
    const handoffId = line.offers(4, zofia, 'warm', 'cards', 'A limit for tomorrow’s purchase', 30)
    line.then(30, null, 'handoff.expired', { handoffId, inHours: false })
    line.promises(2, zofia, 13 * hour, 'The card desk calls you in the morning.')
    line.speaks(11 * hour, zofia, 'Your limit is raised for today.')
    line.resolves(3, zofia, 'Limit raised.')
  },
}
