'use client'

import { useTranslations } from 'next-intl'
import { Instant } from '@/app/components/instant.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { DataTable } from '@/app/components/data-table.tsx'
import classes from './cases.module.css'
import { DeskName } from './desk-name.tsx'
import { Elapsed } from './elapsed.tsx'
import type { CaseDetail } from './use-case.ts'
import type { Spoken } from './use-spoken.ts'

/** Who was responsible when, and whose turn it was: stretches that cover the open time without a gap. */
export function Responsibility(props: { readonly detail: CaseDetail; readonly spoken: Spoken | null }) {
  const { detail, spoken } = props
  const t = useTranslations('cases')
  return (
    <Panel title={t('responsibility.title')}>
      <DataTable
        label={t('responsibility.title')}
        rows={detail.segments}
        rowKey={(segment) => String(segment.from)}
        columns={[
          {
            key: 'from',
            header: t('responsibility.from'),
            cell: (segment) => (
              <>
                <Instant at={segment.from} />
                {spoken?.overlaps(segment) === true && (
                  <span className={classes.spokenMark}>{t('spoken.part')}</span>
                )}
              </>
            ),
          },
          { key: 'desk', header: t('responsibility.desk'), cell: ({ desk }) => <DeskName desk={desk} /> },
          {
            key: 'owner',
            header: t('responsibility.person'),
            cell: ({ ownerId }) => (ownerId === null ? '—' : (detail.people[ownerId] ?? ownerId)),
          },
          {
            key: 'turn',
            header: t('responsibility.turn'),
            cell: ({ turn }) => <span className={classes.whole}>{t(`turn.${turn}`)}</span>,
          },
          {
            key: 'business',
            header: t('responsibility.business'),
            align: 'end',
            cell: ({ businessMs }) => <Elapsed ms={businessMs} />,
          },
          {
            key: 'calendar',
            header: t('responsibility.calendar'),
            align: 'end',
            cell: ({ ms }) => <Elapsed ms={ms} />,
          },
        ]}
      />
    </Panel>
  )
}
