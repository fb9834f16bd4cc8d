import { type CareStory, hour } from '../care-story.ts'

export const memoWaits: CareStory = {
  ...{
    key: 'memo-waits',
    customerRef: 'hanna-majewska',
    segment: 'business',
    language: 'pl',
    kind: 'card',
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
}
