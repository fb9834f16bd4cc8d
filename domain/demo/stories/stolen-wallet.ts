import { type CareStory, hour } from '../care-story.ts'

export const stolenWallet: CareStory = {
  ...{
    key: 'stolen-wallet',
    customerRef: 'lena-fischer',
    segment: 'private',
    language: 'en',
    kind: 'lost-or-stolen',
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
}
