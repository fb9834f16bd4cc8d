import type { PreparedFigure } from '@/app/charts/figure-data.ts'
import { formatFigureValue } from '@/app/charts/format-figure-value.ts'
import type { Language } from '@/domain/language/language.ts'

const rowHeight = 24
const labelWidth = 200
const headHeight = 40
const inset = 12

/** The colours and the font of the page that a picture is taken of. */
type Style = Pick<CSSStyleDeclaration, 'color' | 'fontFamily' | 'getPropertyValue'>

/** A figure as a drawing of its own: bars as bars, every other as its table with shaded cells. The same cells as on the page. */
export function figurePicture(
  figure: PreparedFigure,
  { title, language, style }: { readonly title: string; readonly language: Language; readonly style: Style },
): { readonly text: string; readonly width: number; readonly height: number } {
  const accent = style.getPropertyValue('--wa-series-0').trim() || '#4a3aa7'
  const cellWidth = figure.kind === 'heatmap' ? 34 : figure.kind === 'bars' ? 560 : 96
  const columns = figure.kind === 'bars' ? figure.columns.slice(0, 1) : figure.columns
  const width = labelWidth + cellWidth * columns.length + 2 * inset
  const headRows = figure.kind === 'bars' ? 0 : 1
  const height = headHeight + rowHeight * (figure.rows.length + headRows) + inset
  const largest = Math.max(0, ...figure.rows.flatMap(({ cells }) => cells.map(({ value }) => value ?? 0)))
  const text = (x: number, y: number, words: string, more = '') =>
    `<text x="${x}" y="${y}" fill="${style.color}" ${more}>${escaped(words)}</text>`
  const head =
    headRows === 0
      ? []
      : columns.map(({ label }, place) =>
          text(
            inset + labelWidth + cellWidth * (place + 0.5),
            headHeight + 16,
            shortened(label, cellWidth),
            'text-anchor="middle"',
          ),
        )
  const body = figure.rows.flatMap((row, y) => {
    const top = headHeight + rowHeight * (y + headRows)
    const cells = columns.map((column, x) => {
      const { value = null } = row.cells[x] ?? {}
      const share = largest === 0 || value === null ? 0 : Math.max(0, value) / largest
      const left = inset + labelWidth + cellWidth * x
      const words = formatFigureValue(value, column.unit, language)
      if (figure.kind === 'bars') {
        const bar = `<rect x="${left}" y="${top + 5}" width="${share * (cellWidth - 110)}" height="${rowHeight - 10}" fill="${accent}"/>`
        return bar + text(left + cellWidth - 4, top + 16, words, 'text-anchor="end"')
      }
      const shade = `<rect x="${left}" y="${top}" width="${cellWidth}" height="${rowHeight}" fill="${accent}" fill-opacity="${0.6 * share}"/>`
      return shade + text(left + cellWidth / 2, top + 16, shortened(words, cellWidth), 'text-anchor="middle"')
    })
    return [text(inset, top + 16, shortened(row.title, labelWidth)), ...cells]
  })
  const family = style.fontFamily.replaceAll('"', "'")
  return {
    width,
    height,
    text: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${family}" font-size="12">${text(inset, 24, title, 'font-size="14" font-weight="600"')}${head.join('')}${body.join('')}</svg>`,
  }
}

/** As many letters as fit, by the mean width of one. */
function shortened(words: string, width: number): string {
  const letters = Math.max(3, Math.floor(width / 6.4))
  return words.length <= letters ? words : `${words.slice(0, letters - 1)}…`
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
