'use client'

import { memo, type ReactNode } from 'react'
import { useTranslations } from 'next-intl'
import { Count } from '@/app/components/count.tsx'
import type { RuleSet } from '@/domain/screening/rule.ts'
import { footingOf } from '@/domain/statistics/small-numbers.ts'
import { estimateUnknown } from '@/domain/what-if/estimate-unknown.ts'
import type { WhatIfResult } from '@/domain/what-if/what-if-result.ts'
import { ExamplesList } from './examples-list.tsx'
import { OutcomesTable } from './outcomes-table.tsx'
import { QuestionsOverTime } from './questions-over-time.tsx'
import { RulesResult } from './rules-result.tsx'
import { StaffLoad } from './staff-load.tsx'
import classes from './what-if.module.css'

/** Everything that a measurement says, the most important first. Drawn again only for another one: a handle moves beside it. */
export const WhatIfAnswer = memo(function WhatIfAnswer(props: {
  readonly result: WhatIfResult
  readonly runId: string
  readonly draft: RuleSet
}) {
  const { result, runId, draft } = props
  const t = useTranslations('what-if')
  const days = Math.max(1, result.days.length)
  const unknown = estimateUnknown(result.gained)
  return (
    <>
      <dl className={classes.tiles}>
        <Figures label={t('questions')} base={result.base.asked} draft={result.draft.asked} />
        <Figures
          label={t('questionsADay')}
          base={result.base.asked / days}
          draft={result.draft.asked / days}
          digits={1}
        />
        <Figures label={t('customers')} base={result.base.customers} draft={result.draft.customers} />
        {result.draft.overBudget !== null && (
          <Figures
            label={t('overBudget')}
            base={result.base.overBudget ?? 0}
            draft={result.draft.overBudget}
          />
        )}
      </dl>
      <p className={classes.quiet}>
        {t('measured', { transactions: result.transactions, days: result.days.length, zone: result.zone })}
      </p>
      <h3>{t('outcomes.title')}</h3>
      <OutcomesTable result={result} />
      {unknown.unknown > 0 && (
        <p role="note" className={classes.quiet}>
          {t('unknown.said', { count: unknown.unknown })}{' '}
          {result.gained.neverAskedTakenBack > 0 &&
            `${t('unknown.takenBack', { count: result.gained.neverAskedTakenBack })} `}
          {unknown.expected === null
            ? t('unknown.noSample')
            : t(footingOf(unknown.sampled.known) === 'tooFew' ? 'unknown.smallSample' : 'unknown.estimate', {
                known: unknown.sampled.known,
                caught: unknown.sampled.caught,
                low: Math.floor(unknown.expected.low),
                high: Math.ceil(unknown.expected.high),
              })}
        </p>
      )}
      <StaffLoad result={result} />
      <QuestionsOverTime result={result} />
      <RulesResult result={result} draft={draft} />
      <ExamplesList
        runId={runId}
        draft={draft}
        gained={result.gained.all.transactions}
        lost={result.lost.all.transactions}
      />
      <p className={classes.quiet}>{t('criteriaOfTheTime')}</p>
    </>
  )
})

function Figures(props: {
  readonly label: string
  readonly base: number
  readonly draft: number
  readonly digits?: number
}): ReactNode {
  const t = useTranslations('what-if')
  const { digits = 0 } = props
  return (
    <div className={classes.tile}>
      <dt>{props.label}</dt>
      <dd>
        <span className={classes.value}>
          <Count value={props.draft} digits={digits} />
        </span>
        <div>
          {t('activeHas')} <Count value={props.base} digits={digits} />
        </div>
      </dd>
    </div>
  )
}
