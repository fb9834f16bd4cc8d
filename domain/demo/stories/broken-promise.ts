import { type CareStory, hour } from '../care-story.ts'

export const brokenPromise: CareStory = {
  ...{
    key: 'broken-promise',
    customerRef: 'adam-sikorski',
    segment: 'private',
    language: 'pl',
    kind: 'card',
  },
  ...{ daysAgo: 1, minute: 10 * hour },
  tell: (line, { zofia }) => {
    line.opens(zofia, 'card', false, 'branch', 'phone', 'The new card has not come.')
    const promiseId = line.promises(5, zofia, 3 * hour, 'We call when we know where it is.')
    line.then(3 * hour + 1, null, 'promise.broken', { promiseId })
  },
}
