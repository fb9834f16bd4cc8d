import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { formatDuration } from '@/domain/format/format-duration.ts'
import { formatNumber } from '@/domain/format/format-number.ts'
import { getOrganisation } from '@/server/organisation/organisation.ts'
import { findWallboard } from '@/server/views/views.ts'
import classes from '../wallboard.module.css'
import { Renewal } from '../renewal.tsx'

export const metadata: Metadata = { robots: { index: false }, referrer: 'no-referrer' }

/** Now for a big screen: how many wait and how long, to be read from five metres. Open to whoever holds the link. */
export default async function WallboardPage({
  params,
}: {
  readonly params: Promise<{ readonly token: string }>
}) {
  const { token } = await params
  const board = await readBoard(token)
  if (board === null) notFound()
  const { language } = board
  const { zone } = await getOrganisation()
  const t = await getTranslations({ locale: language, namespace: 'wallboards' })
  return (
    <main className={classes.board} lang={language}>
      <h1 className={classes.title}>{t('screen.title')}</h1>
      <ul className={classes.lists}>
        {board.lists.map(({ key, count, oldestMs }) => (
          <li key={key} data-urgent={(key === 'emergencies' || key === 'supervisors') && count > 0}>
            <span className={classes.name}>{t(`screen.lists.${key}`)}</span>
            <strong className={classes.count}>{formatNumber(count, language)}</strong>
            <span className={classes.oldest}>
              {oldestMs === null
                ? t('screen.nobody')
                : t('screen.oldest', { time: formatDuration(oldestMs, language) })}
            </span>
          </li>
        ))}
      </ul>
      <Renewal
        asOf={board.asOf}
        language={language}
        zone={zone}
        words={{ fresh: t('screen.fresh'), stale: t('screen.stale') }}
      />
    </main>
  )
}

function readBoard(token: string) {
  return findWallboard(token, Date.now())
}
