import { type CareStory, hour } from '../care-story.ts'

export const wrongAddress: CareStory = {
  ...{
    key: 'wrong-address',
    customerRef: 'nikolai-orlov',
    segment: 'private',
    language: 'ru',
    kind: 'data-change',
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
}
