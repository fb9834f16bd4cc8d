'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { rowsHref } from '@/app/(product)/alerts/rows-href.ts'
import type { FigureProps } from '@/app/(product)/review/alerts/figure-props.ts'
import { Figure } from '@/app/components/figure/figure.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import classes from './outcomes.module.css'
import { prepareWaiting } from './prepare-waiting.ts'

/** How long questions wait for their answer; imported history, of which nobody was asked, has no such curve. */
export function WaitingFigure({ scope, texts }: FigureProps) {
  const t = useTranslations('review-outcomes.waiting')
  const language = useLanguage()
  const trpc = useTRPC()
  const curve = useQuery(trpc.analytics.waitingCurve.queryOptions({ scope: texts }))
  return (
    <Answered query={curve} what={t('title')} height={240}>
      {(data) =>
        data.n === 0 ? (
          <Panel title={t('title')} id="waiting">
            <p className={classes.note}>{t('nobody')}</p>
          </Panel>
        ) : (
          <Figure
            id="waiting"
            title={t('title')}
            fileName="worth-asking-time-to-confirmation"
            metric="time-to-confirmation"
            figure={prepareWaiting(data, { scope, language, words: t })}
            note={
              <p className={classes.note}>
                {t.rich('note', {
                  n: data.n,
                  a: (chunks) => <Link href={rowsHref('askedAlerts', scope)}>{chunks}</Link>,
                })}
              </p>
            }
          />
        )
      }
    </Answered>
  )
}
