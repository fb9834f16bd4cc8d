import { type CareStory, day, hour } from '../care-story.ts'

export const swallowedCard: CareStory = {
  ...{
    key: 'swallowed-card',
    customerRef: 'helena-brandt',
    segment: 'premium',
    language: 'pl',
    kind: 'card',
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
      'This is Igor Sokołow: my colleague Tomek is away, and your case is with me today. You get a current premium card with the same privileges.',
    )
    line.resolves(
      2 * hour,
      igor,
      'A current premium card with the same privileges, free until the old expiry date.',
    )
  },
}
