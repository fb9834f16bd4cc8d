import { expect, it } from 'vitest'
import { prepareHeatmap } from '../../../app/charts/prepare-heatmap.ts'

const quiet = { count: 0, occurrences: 4, href: '/rows' }

function week(changes: Record<number, { count: number; occurrences: number }>) {
  return Array.from({ length: 168 }, (_, hour) => ({ ...quiet, ...changes[hour] }))
}

function prepare(cells: ReturnType<typeof week>) {
  return prepareHeatmap({ rowHeading: 'Day', language: 'en', cells })
}

it('has seven rows from Monday of 24 hours each', () => {
  const figure = prepare(week({}))
  expect(figure.rows.map(({ title }) => title)).toEqual([
    ...['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  ])
  expect(figure.rows.every(({ cells }) => cells.length === 24)).toBe(true)
})

it('divides a cell by how often its hour occurred', () => {
  const figure = prepare(week({ 33: { count: 6, occurrences: 4 } }))
  expect(figure.rows[1]?.cells[9]).toEqual({ value: 1.5, href: '/rows' })
})

it('is not applicable where the hour did not occur, and zero where nothing happened', () => {
  const cells = prepare(week({ 2: { count: 0, occurrences: 0 } })).rows[0]?.cells
  expect(cells?.[2]?.value).toBeNull()
  expect(cells?.[3]?.value).toBe(0)
})

it('names the busiest hour', () => {
  const { sentence } = prepare(week({ 167: { count: 10, occurrences: 4 } }))
  expect(sentence.values).toEqual({ day: 'Sunday', hours: '23:00–24:00', value: '2.5' })
})
