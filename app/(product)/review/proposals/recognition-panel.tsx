'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Panel } from '@/app/components/panel.tsx'
import classes from '@/app/jury/jury.module.css'
import { effectStates } from '@/domain/statistics/effect-verdict.ts'

/** Whose ideas were made real, by name and with what came of them; nobody is ranked or counted. */
export function RecognitionPanel(props: {
  readonly recognised: readonly {
    readonly author: string
    readonly proposals: readonly {
      readonly id: string
      readonly title: string
      readonly verdict: string | null
    }[]
  }[]
}) {
  const t = useTranslations('review-proposals.recognition')
  const states = useTranslations('effects.states')
  if (props.recognised.length === 0) return null
  return (
    <Panel title={t('title')}>
      <p className={classes.note}>{t('lead')}</p>
      <ul className={classes.list}>
        {props.recognised.map(({ author, proposals }) => (
          <li key={author}>
            <strong>{author}</strong>
            {proposals.map(({ id, title, verdict }) => {
              const state = effectStates.find((known) => known === verdict)
              return (
                <div key={id}>
                  <Link href={`/effects/${id}`}>{title}</Link>
                  {state !== undefined && ` · ${states(state)}`}
                </div>
              )
            })}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
