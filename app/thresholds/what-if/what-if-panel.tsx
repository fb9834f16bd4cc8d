'use client'

import { Button, Progress } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Panel } from '@/app/components/panel.tsx'
import { Failed } from '@/app/components/states/failed.tsx'
import { Loading } from '@/app/components/states/loading.tsx'
import { refusalWords } from '@/app/trpc/refusal-words.ts'
import type { RuleSet } from '@/domain/screening/rule.ts'
import { Advisor } from './advisor.tsx'
import { failureWords } from './failure-words.ts'
import { MovedRules } from './moved-rules.tsx'
import { useWhatIfRun, type Window } from './use-what-if-run.ts'
import { WhatIfAnswer } from './what-if-answer.tsx'
import classes from './what-if.module.css'

/** What a draft would have done on a stretch of history (epoch milliseconds, half-open), beside the active version. */
export function WhatIfPanel(props: {
  readonly draft: RuleSet
  readonly window: Window
  /** What the advisor may be asked about, the most used first; without it there is no advisor. */
  readonly currencies?: readonly string[]
}) {
  const { draft, window } = props
  const t = useTranslations('what-if')
  const { run, rested, error, isOld, cancel, again } = useWhatIfRun(draft, window)
  return (
    <Panel title={t('title')}>
      <p className={classes.quiet}>{t('lead')}</p>
      <MovedRules draft={draft} window={window} />
      {error !== null && (
        <Failed what={t('title')} why={refusalWords(error, t)} onRetry={() => void again()} />
      )}
      {error === null && run === null && <Loading height={320} />}
      {run?.status === 'running' && (
        <div className={classes.progress} role="status">
          <span>{t('running', { done: run.daysDone, total: run.daysTotal })}</span>
          <Progress
            value={run.daysTotal === 0 ? 0 : (100 * run.daysDone) / run.daysTotal}
            aria-label={t('progress')}
          />
          <Button variant="default" onClick={() => void cancel()}>
            {t('cancel')}
          </Button>
        </div>
      )}
      {run?.status === 'cancelled' && (
        <p>
          {t('cancelled')}{' '}
          <Button variant="default" onClick={() => void again()}>
            {t('again')}
          </Button>
        </p>
      )}
      {run?.status === 'failed' && (
        <Failed what={t('title')} why={failureWords(run.failure, t)} onRetry={() => void again()} />
      )}
      {run?.answer && (
        <div className={classes.answer} data-old={isOld || undefined} aria-busy={isOld}>
          <WhatIfAnswer result={run.answer} runId={run.id} draft={rested} />
        </div>
      )}
      {run?.answer && props.currencies !== undefined && (
        <Advisor window={window} currencies={props.currencies} />
      )}
    </Panel>
  )
}
