import { expect, it } from 'vitest'
import { figureCsv } from '../../../app/charts/figure-csv.ts'
import type { FigureCell, FigureData } from '../../../app/charts/figure-data.ts'

function figure(cells: FigureCell[], key = '2026-09-02'): FigureData {
  return {
    rowHeading: 'Day',
    columns: [
      { key: 'n', label: 'Alerts, all', unit: { kind: 'count' }, look: 'series-0' },
      { key: 'm', label: 'Harm', unit: { kind: 'money', currency: 'PLN' }, look: 'series-1' },
    ],
    rows: [{ key, label: '2 Sept', title: '2 Sept 2026', cells }],
    cut: null,
    sentence: { key: 'seriesEmpty', values: {} },
  }
}

it('writes keys, decimal points and empty for unknown, and quotes what holds a comma', () => {
  expect(
    figureCsv(
      figure([
        { value: 1.5, href: null },
        { value: null, href: null },
      ]),
    ),
  ).toBe('Day,"Alerts, all",Harm (PLN)\r\n2026-09-02,1.5,\r\n')
})

it('writes money as a decimal', () => {
  expect(
    figureCsv(
      figure([
        { value: -3, href: null },
        { value: 123_450, href: null },
      ]),
    ),
  ).toContain('-3,1234.50')
})

it('defuses a text that a spreadsheet would run', () => {
  expect(figureCsv(figure([], '=HYPERLINK("x")'))).toContain(`"'=HYPERLINK(""x"")"`)
})
