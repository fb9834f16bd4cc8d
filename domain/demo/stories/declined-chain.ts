import { type CareStory, hour } from '../care-story.ts'

export const declinedChain: CareStory = {
  ...{
    key: 'declined-chain',
    customerRef: 'jan-pawlak',
    segment: 'business',
    language: 'pl',
    kind: 'other',
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
}
