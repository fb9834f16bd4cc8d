import { type CareStory, hour } from '../care-story.ts'

export const renegotiatedPromise: CareStory = {
  ...{
    key: 'renegotiated-promise',
    customerRef: 'maria-jankowska',
    segment: 'private',
    language: 'pl',
    kind: 'payment',
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
}
