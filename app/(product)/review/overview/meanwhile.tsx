'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useTimedMarkers } from '@/app/components/figure/markers-context.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Panel } from '@/app/components/panel.tsx'
import classes from './overview.module.css'

/** What happened in the period and may explain a change, each with the page before and after it. Nothing when nothing did. */
export function Meanwhile() {
  const t = useTranslations('components.figure')
  const markers = useTimedMarkers()
  if (markers.length === 0) return null
  return (
    <Panel title={t('markers')}>
      <ul className={classes.meanwhile}>
        {markers.map(({ id, at, label, href, compareHref }) => (
          <li key={id}>
            <span className={classes.quiet}>
              <Instant at={at} />
            </span>{' '}
            {href === null ? label : <Link href={href}>{label}</Link>}
            {compareHref !== null && (
              <>
                {' · '}
                <Link href={compareHref} prefetch={false}>
                  {t('beforeAfter')}
                </Link>
              </>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
