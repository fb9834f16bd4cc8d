'use client'

import { useTranslations } from 'next-intl'
import { Instant } from '@/app/components/instant.tsx'

/** Whether a desk is open right now, and when it opens next; in the desk's own zone. */
export function DeskState({
  desk,
}: {
  readonly desk: {
    readonly active: boolean
    readonly open: boolean
    readonly opensAt: number | null
    readonly zone: string
  }
}) {
  const t = useTranslations('organisation.desks')
  if (!desk.active) return <>{t('notInUse')}</>
  if (desk.open) return <>{t('open')}</>
  // One element: a cell of a table on a phone lays its children out beside their label.
  return (
    <span>
      {t('closedNow')}
      {desk.opensAt !== null && (
        <>
          {' · '}
          {t.rich('opensAt', { time: () => <Instant at={desk.opensAt} zone={desk.zone} /> })}
        </>
      )}
    </span>
  )
}
