import { expect, it } from 'vitest'
import { prepareCoOccurrence } from '../../../app/charts/prepare-co-occurrence.ts'

const figure = prepareCoOccurrence({
  rowHeading: 'Rule',
  language: 'en',
  labels: new Map([
    ['a', 'Extra zero'],
    ['b', 'Paid twice'],
    ['c', 'Never'],
  ]),
  pairs: [
    { left: 'a', right: 'a', count: 4 },
    { left: 'b', right: 'b', count: 9 },
    { left: 'a', right: 'b', count: 3 },
  ],
  hrefOf: (left, right) => `/${left}+${right}`,
})

it('is the same in both halves, with the most frequent first', () => {
  expect(figure.rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
    [9, 3, 0],
    [3, 4, 0],
    [0, 0, 0],
  ])
})

it('links what happened and nothing else', () => {
  expect(figure.rows[0]?.cells.map(({ href }) => href)).toEqual(['/b+b', '/b+a', null])
})

it('says which two come together most often', () => {
  expect(figure.sentence.values).toEqual({ left: 'Extra zero', right: 'Paid twice', count: '3' })
})
