'use client'

import { useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useShareWords } from '@/app/components/use-share-words.ts'
import { type StageFigures, proposalStages } from '@/domain/effects/proposal-stages.ts'
import { formatDuration } from '@/domain/format/format-duration.ts'
import { formatNumber } from '@/domain/format/format-number.ts'
import classes from '../care/care.module.css'
import { DeskLabel } from './desk-label.tsx'
import { choiceHref } from './use-review-choice.ts'

/** The same figures by the author's desk; a desk is covered until its proposal is answered. The rows add up to the tiles. */
export function DeskPanel(props: {
  readonly desks: readonly { readonly desk: string | null; readonly figures: StageFigures }[]
  readonly query: string
}) {
  const t = useTranslations('review-proposals')
  const language = useLanguage()
  const shareOf = useShareWords()
  return (
    <Panel title={t('byDesk')}>
      <p className={classes.note}>{t('byDeskText')}</p>
      <DataTable
        label={t('byDesk')}
        rows={props.desks}
        rowKey={({ desk }) => desk ?? ''}
        rowHref={({ desk }) => choiceHref(props.query, { desk: desk ?? '' })}
        columns={[
          {
            key: 'desk',
            header: t('desk'),
            cell: ({ desk }) => (desk === null ? t('covered') : <DeskLabel desk={desk} />),
          },
          ...proposalStages.map((stage) => ({
            key: stage,
            header: t(`stages.${stage}`),
            align: 'end' as const,
            cell: ({ figures }: { readonly figures: StageFigures }) =>
              formatNumber(figures.stages[stage].numerator, language),
          })),
          {
            key: 'firstAnswer',
            header: t('firstAnswer'),
            align: 'end',
            cell: ({ figures }) => formatDuration(figures.firstAnswer.p50.value, language),
          },
          {
            key: 'inTime',
            header: t('inTime'),
            align: 'end',
            cell: ({ figures }) => shareOf(figures.inTime.numerator, figures.inTime.denominator, 0),
          },
        ]}
      />
    </Panel>
  )
}
