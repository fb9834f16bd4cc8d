'use client'

import { useTranslations } from 'next-intl'
import { Instant } from '@/app/components/instant.tsx'
import { Panel } from '@/app/components/panel.tsx'
import classes from '@/app/jury/jury.module.css'
import type { EffectDetail } from '@/server/effects/get-effect.ts'

/** What was said of the effect on earlier days: kept, so that nobody can say later that it always looked like this. */
export function Readings({ readings }: Pick<EffectDetail, 'readings'>) {
  const t = useTranslations('effects')
  if (readings.length === 0) return null
  return (
    <Panel title={t('readings')}>
      <ul className={classes.list}>
        {readings.map(({ asOf, state, isOver }) => (
          <li key={asOf}>
            <Instant at={asOf} style="date" /> {t(`states.${state}`)} {isOver && `· ${t('final')}`}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
