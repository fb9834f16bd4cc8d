import { expect, it } from 'vitest'
import { prepareBars } from '../../../app/charts/prepare-bars.ts'

const bars = [
  { key: 'b', label: 'Beta', value: 5, href: null },
  { key: 'u', label: 'Unknown', value: null, href: null },
  { key: 'a', label: 'Alpha', value: 5, href: '/a' },
  { key: 'c', label: 'Gamma', value: 9, href: null },
]

const input = {
  rowHeading: 'Rule',
  valueLabel: 'Hits',
  earlierLabel: null,
  unit: { kind: 'count' },
  language: 'en',
  bars,
  total: 19,
} as const

it('stands largest first, equal ones by name, unknown last', () => {
  expect(prepareBars(input).rows.map(({ key }) => key)).toEqual(['c', 'a', 'b', 'u'])
})

it('says how many of how many are shown when the list is cut, and nothing when it is whole', () => {
  expect(prepareBars({ ...input, limit: 2 }).cut).toEqual({ shown: 2, total: 4 })
  expect(prepareBars(input).cut).toBeNull()
})

it('says the largest and the total', () => {
  expect(prepareBars(input).sentence.values).toEqual({ top: 'Gamma', value: '9', total: '19', count: 4 })
})

it('says that there is nothing when no value is known', () => {
  expect(prepareBars({ ...input, bars: [] }).sentence.key).toBe('barsEmpty')
})
