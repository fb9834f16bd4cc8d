import { type CareStory, day, hour } from '../care-story.ts'

export const reopened: CareStory = {
  ...{
    key: 'reopened',
    customerRef: 'sofia-romano',
    segment: 'shop',
    language: 'ru',
    kind: 'purchase',
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
}
