import { handoffDimensionKeys } from '../dimensions.ts'
import type { CareMetric } from './care-metric.ts'
import { wordAt } from './selected-rows.ts'

export const acceptedInTarget = {
  version: 1,
  unit: 'share',
  direction: 'up good',
  basis: 'cohort',
  total: 'own',
  rows: 'handoffs',
  speaksOf: 'acceptance',
  source: 'Worth Asking',
  formula: {
    en: 'accepted by the time to accept / offered in the range and due; never accepted is a failure',
    pl: 'przyjęte w terminie / zaproponowane w okresie, których termin minął; nieprzyjęte to porażka',
    ru: 'принятые в срок / предложенные за период, срок которых наступил; непринятые считаются неудачей',
  },
  exclusions: {
    en: 'offers that may still be accepted in time; offers that the sender recalled',
    pl: 'propozycje, które można jeszcze przyjąć w terminie; propozycje cofnięte przez nadawcę',
    ru: 'предложения, которые ещё могут принять в срок; отозванные передающим',
  },
  dimensions: handoffDimensionKeys,
  name: { en: 'Accepted in target', pl: 'Przyjęte na czas', ru: 'Приняты в срок' },
  description: {
    en: 'How many offers were accepted within the time that the receiving desk set for itself.',
    pl: 'Ile propozycji przyjęto w czasie, który wyznaczyło sobie stanowisko przyjmujące.',
    ru: 'Сколько предложений принято за время, которое установил себе принимающий отдел.',
  },
  measure: {
    kind: 'rate',
    facts: 'handoffs',
    of: (chunk, row, { hasPassed }) => {
      if (chunk.flags.acceptedInTime[row] === 1) return true
      if (chunk.flags.accepted[row] === 1) return false
      if (chunk.flags.waiting[row] === 1) return hasPassed(chunk.numbers.acceptBy[row]!) ? false : null
      return wordAt(chunk, 'state', row) === 'recalled' ? null : false
    },
  },
} as const satisfies CareMetric
