'use client'

import { VisuallyHidden } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ReachedLink } from '@/app/components/reached-link.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatPercent } from '@/domain/format/format-number.ts'
import { type FilterDimensionKey, filterDimensions } from '@/domain/metrics/dimensions.ts'
import type { Language } from '@/domain/language/language.ts'
import type { Explanation } from '@/domain/metrics/overview/explain-change.ts'
import type { OverviewMeasure } from '@/domain/metrics/overview/overview-measures.ts'
import type { Scope } from '@/domain/metrics/scope.ts'
import type { Verdict } from '@/domain/statistics/compare.ts'
import { measurePages, pageHref } from './measure-pages.ts'
import classes from './overview.module.css'
import { useOverviewWords } from './use-overview-words.ts'

/** What a measure's change comes to in words. */
export interface Change {
  /** "12 fewer than in 1-28 Sept"; null: nothing to compare with. */
  readonly text: string | null
  readonly moved: boolean
  readonly verdict: Verdict
  /** Whether chance explains it; null: not known. */
  readonly maybeChance: boolean | null
  /** False: the data begins only after what it is compared with. */
  readonly covered: boolean
}

/** A measure: its figure, a computed sentence about what changed and which part explains most of it, and the way to its page. */
export function MeasurePanel(props: {
  readonly measure: OverviewMeasure
  readonly scope: Scope
  readonly ignored: readonly FilterDimensionKey[]
  readonly explanation: Explanation | null
  /** null: no comparison was asked for. */
  readonly change: Change | null
  readonly children: ReactNode
}) {
  const t = useTranslations('review-overview')
  const language = useLanguage()
  const { measure, ignored, scope } = props
  const heading = `overview-${measure}`
  return (
    <section className={classes.measure} aria-labelledby={heading}>
      <h2 id={heading}>{t(`measures.${measure}`)}</h2>
      {props.children}
      <p className={classes.sentence} data-testid="sentence">
        <ChangeWords {...props} />
      </p>
      {ignored.length > 0 && (
        <p className={classes.quiet}>
          {t('ignored', { filters: ignored.map((key) => filterDimensions[key].name[language]).join(', ') })}
        </p>
      )}
      <ReachedLink href={pageHref(measure, scope, ignored)} className={classes.more}>
        {t(`open.${measure}`)}
      </ReachedLink>
    </section>
  )
}

function ChangeWords(props: Parameters<typeof MeasurePanel>[0]) {
  const t = useTranslations('review-overview')
  const language = useLanguage()
  const tile = useTranslations('components.tile')
  const { labelIn } = useOverviewWords()
  const { change, explanation, measure, scope, ignored } = props
  if (change === null) return t('noComparison')
  if (!change.covered) return t('notCovered')
  if (change.text === null) return t('nothingToCompare')
  const moved = (
    <strong data-verdict={change.verdict}>
      {change.verdict !== 'same' && <VisuallyHidden>{tile(`verdicts.${change.verdict}`)}: </VisuallyHidden>}
      {asSentence(change.text, language)}
    </strong>
  )
  if (!change.moved) return moved
  const chance = change.maybeChance === false ? '' : ` ${t(change.maybeChance ? 'chance' : 'chanceUnknown')}`
  if (explanation === null) {
    const dimensions = measurePages[measure].explainedBy.map((key) => filterDimensions[key].name[language])
    return (
      <>
        {moved}
        {`${chance} ${t('spread', { dimensions: dimensions.join(', ').toLocaleLowerCase(language) })}`}
      </>
    )
  }
  const { dimension, value, share, weight } = explanation
  return (
    <>
      {moved}
      {`${chance} `}
      {t.rich(share > 1 ? 'over' : 'explained', {
        dimension: filterDimensions[dimension].name[language],
        value: labelIn(measure, dimension, value),
        share: formatPercent(share, language, 0),
        weight: formatPercent(weight, language, 0),
        part: (words) => (
          <ReachedLink href={pageHref(measure, scope, ignored, { dimension, value })}>{words}</ReachedLink>
        ),
      })}
    </>
  )
}

/** Russian dates end with a full stop of their own. */
function asSentence(words: string, language: Language): string {
  const begun = `${words.slice(0, 1).toLocaleUpperCase(language)}${words.slice(1)}`
  return begun.endsWith('.') ? begun : `${begun}.`
}
