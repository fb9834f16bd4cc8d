'use client'

import { useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Panel } from '@/app/components/panel.tsx'
import Link from 'next/link'
import type { Third } from '@/domain/effects/proposal-stages.ts'
import classes from '../care/care.module.css'
import { choiceHref, thirds } from './use-review-choice.ts'

/** Worth against work, as the jury judged them: each field leads to its proposals. */
export function ImpactPanel(props: {
  readonly fields: readonly { readonly id: string; readonly impact: Third; readonly effort: Third }[]
  readonly query: string
}) {
  const t = useTranslations('review-proposals')
  const countOf = (impact: Third, effort: Third) =>
    props.fields.filter((field) => field.impact === impact && field.effort === effort).length
  return (
    <Panel title={t('impact.title')}>
      <p className={classes.note}>{t('impact.lead', { count: props.fields.length })}</p>
      {props.fields.length > 0 && (
        <DataTable
          label={t('impact.title')}
          rows={thirds.toReversed()}
          rowKey={(impact) => impact}
          columns={[
            { key: 'impact', header: t('impact.impact'), cell: (impact) => t(`impact.worth.${impact}`) },
            ...thirds.map((effort) => ({
              key: effort,
              header: t(`impact.work.${effort}`),
              align: 'end' as const,
              cell: (impact: Third) => {
                const count = countOf(impact, effort)
                return count === 0 ? (
                  '0'
                ) : (
                  <Link href={choiceHref(props.query, { impact, effort })}>{count}</Link>
                )
              },
            })),
          ]}
        />
      )}
    </Panel>
  )
}
