'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Instant } from '@/app/components/instant.tsx'
import { Panel } from '@/app/components/panel.tsx'
import classes from '@/app/jury/jury.module.css'
import type { EffectDetail } from '@/server/effects/get-effect.ts'

/** What else took effect meanwhile, and whether it could explain a difference. */
export function Confounders({ measured }: { readonly measured: NonNullable<EffectDetail['measured']> }) {
  const t = useTranslations('effects.confounders')
  return (
    <Panel title={t('title')}>
      {measured.confounders.length === 0 ? (
        <p className={classes.note}>{t('none')}</p>
      ) : (
        <ul className={classes.list}>
          {measured.confounders.map(({ change, explains }) => (
            <li key={`${change.kind} ${change.id}`}>
              <Instant at={change.at} style="date" />{' '}
              {change.kind === 'proposal' ? (
                <Link href={`/effects/${change.id}`}>{change.label}</Link>
              ) : (
                t('activation', { version: change.label })
              )}{' '}
              <span className={classes.note}>{t(explains ? 'explains' : 'unrelated')}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
