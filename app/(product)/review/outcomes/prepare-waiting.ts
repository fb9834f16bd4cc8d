import { rowsHref } from '@/app/(product)/alerts/rows-href.ts'
import type { FigureRow, TimeSeriesFigure } from '@/app/charts/figure-data.ts'
import { formatDuration } from '@/domain/format/format-duration.ts'
import { formatPercent } from '@/domain/format/format-number.ts'
import type { Language } from '@/domain/language/language.ts'
import { makeFilter } from '@/domain/metrics/filter.ts'
import type { AnsweredBy } from '@/domain/metrics/outcomes/answered-by.ts'
import { narrowScope, type Scope } from '@/domain/metrics/scope.ts'

/** The sentence tells of this step, and of the last one that is known. */
const soonStep: AnsweredBy['key'] = 'h1'

/** Which share of the questions had an answer after how long, as a line; each point leads to those answered by then. */
export function prepareWaiting(
  { n, steps }: { readonly n: number; readonly steps: readonly AnsweredBy[] },
  about: {
    readonly scope: Scope
    readonly language: Language
    /** `useTranslations('review-outcomes.waiting')`. */
    readonly words: (key: string, values?: Record<string, string | number>) => string
  },
): TimeSeriesFigure {
  const { scope, language, words } = about
  const percent = (share: number | null) => formatPercent(share, language)
  const rows = steps.map(({ key, untilMs, share, low, high, answered }, index): FigureRow => {
    const within = steps.slice(0, index + 1).map((step) => step.key)
    const narrowed = narrowScope({ ...scope, compare: null }, makeFilter('waited', 'is', within))
    return {
      key,
      label: formatDuration(untilMs, language),
      title: words('within', { time: formatDuration(untilMs, language) }),
      cells: [
        {
          value: share,
          href: answered === 0 ? null : rowsHref('askedAlerts', narrowed),
          few: n < 20,
          note: words('step', { answered, n, low: percent(low), high: percent(high) }),
        },
      ],
    }
  })
  const known = rows.filter((row) => row.cells[0]?.value !== null)
  const soon = known.find((row) => row.key === soonStep) ?? known[0]
  const last = known.at(-1)
  return {
    kind: 'timeSeries',
    mark: 'line',
    rowHeading: words('time'),
    columns: [{ key: 'answered', label: words('answered'), unit: { kind: 'share' }, look: 'series-0' }],
    rows,
    cut: null,
    sentence:
      soon === undefined || last === undefined
        ? { key: 'seriesEmpty', values: {} }
        : {
            key: 'answered',
            values: {
              soon: percent(soon.cells[0]?.value ?? null),
              soonAt: soon.title,
              last: percent(last.cells[0]?.value ?? null),
              lastAt: last.title,
              more: String(soon !== last),
            },
          },
  }
}
