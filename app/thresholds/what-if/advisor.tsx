'use client'

import { Button, NativeSelect, Progress, SegmentedControl, Slider } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { memo, useState } from 'react'
import { Failed } from '@/app/components/states/failed.tsx'
import { refusalWords } from '@/app/trpc/refusal-words.ts'
import type { SignalLevel } from '@/domain/screening/signal-key.ts'
import { signalLevels } from '@/domain/screening/signal-key.ts'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { AdviceWords } from './advice-words.tsx'
import { DraftFromAdvice } from './draft-from-advice.tsx'
import { failureWords } from './failure-words.ts'
import { FrontierDrawing } from './frontier-drawing.tsx'
import { useAdvice } from './use-advice.ts'
import type { Window } from './use-what-if-run.ts'
import classes from './what-if.module.css'

/** Proposes thresholds for a number of questions: a frontier of questions against catches on which one picks a point. */
export const Advisor = memo(function Advisor(props: {
  readonly window: Window
  /** The most used first. */
  readonly currencies: readonly string[]
}) {
  const t = useTranslations('what-if.advisor')
  const words = useTranslations('what-if')
  const mayWrite = useMay('thresholds.write')
  const { run, ask, isAsking, error, cancel, request } = useAdvice()
  const [chosen, setChosen] = useState<string | null>(null)
  const [level, setLevel] = useState<SignalLevel>('transaction')
  const [objective, setObjective] = useState<'count' | 'money'>('count')
  const [picked, setPicked] = useState<number | null>(null)
  // Where nobody chose, or the window has no such currency, the most used one.
  const currency = props.currencies.find((one) => one === chosen) ?? props.currencies[0] ?? ''
  const points = run?.answer?.points ?? []
  const place = Math.min(picked ?? Math.floor(points.length / 2), points.length - 1)
  const point = points[place]
  return (
    <section aria-label={t('title')}>
      <h3>{t('title')}</h3>
      <p className={classes.quiet}>{t('lead')}</p>
      <div className={classes.fields}>
        <SegmentedControl
          aria-label={t('about')}
          value={level}
          onChange={(value) => setLevel(value as SignalLevel)}
          data={signalLevels.map((value) => ({ value, label: t(`levels.${value}`) }))}
        />
        <NativeSelect
          aria-label={t('currency')}
          value={currency}
          data={[...props.currencies]}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label={t('objective')}
          value={objective}
          onChange={(value) => setObjective(value as typeof objective)}
          data={(['count', 'money'] as const).map((value) => ({ value, label: t(`objectives.${value}`) }))}
        />
        <Button
          variant="default"
          loading={isAsking || run?.status === 'running'}
          disabled={currency === ''}
          onClick={() => {
            setPicked(null)
            ask({ window: props.window, level, currency, objective })
          }}
        >
          {t('ask')}
        </Button>
      </div>
      {error !== null && <Failed what={t('title')} why={refusalWords(error, words)} />}
      {run?.status === 'failed' && <Failed what={t('title')} why={failureWords(run.failure, words)} />}
      {run?.status === 'cancelled' && <p role="status">{t('cancelled')}</p>}
      {run?.status === 'running' && (
        <div className={classes.progress} role="status">
          <span>{t('running')}</span>
          <Progress
            value={run.daysTotal === 0 ? 0 : (100 * run.daysDone) / run.daysTotal}
            aria-label={t('running')}
          />
          <Button variant="default" onClick={() => void cancel()}>
            {t('cancel')}
          </Button>
        </div>
      )}
      {run?.answer && points.length === 0 && <p role="status">{t('nothing')}</p>}
      {run?.answer && point && request && (
        <>
          <FrontierDrawing points={points} picked={place} onPick={setPicked} />
          <div className={classes.slider}>
            <Slider
              label={null}
              thumbLabel={t('pick')}
              min={0}
              max={points.length - 1}
              value={place}
              onChange={setPicked}
            />
          </div>
          <AdviceWords advice={run.answer} point={point} request={request} />
          {mayWrite && <DraftFromAdvice runId={run.id} place={place} point={point} request={request} />}
        </>
      )}
    </section>
  )
})
