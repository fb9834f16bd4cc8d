import { type CareStory, hour } from '../care-story.ts'

export const inLimbo: CareStory = {
  ...{
    key: 'in-limbo',
    customerRef: 'karol-zawadzki',
    segment: 'private',
    language: 'pl',
    kind: 'card',
  },
  ...{ daysAgo: 0, minute: 23 * hour },
  tell: (line, { zofia, igor }) => {
    line.opens(zofia, 'card', false, 'contact-centre', 'phone', 'Card declined at the pharmacy.')
    const handoffId = line.offers(6, zofia, 'cold', 'cards', 'Why was it declined, and can he pay tonight?')
    line.then(4, igor, 'handoff.accepted', { handoffId, by: igor })
  },
}
