'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Count } from '@/app/components/count.tsx'
import { DataTable } from '@/app/components/data-table.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { RuleSet } from '@/domain/screening/rule.ts'
import { answerHandle } from '@/domain/what-if/rule-histogram.ts'
import { useRuleHistograms, type Window } from './use-what-if-run.ts'
import classes from './what-if.module.css'

const dayMs = 86_400_000

/** What the moved rules ask alone, answered here while a handle still moves. */
export function MovedRules(props: { readonly draft: RuleSet; readonly window: Window }) {
  const { draft, window } = props
  const t = useTranslations('what-if')
  const language = useLanguage()
  const trpc = useTRPC()
  const active = useQuery(trpc.whatIf.activeRules.queryOptions())
  const histograms = useRuleHistograms(draft, window)
  const days = (window.to - window.from) / dayMs
  const rows = (histograms.data ?? []).flatMap((histogram) => {
    const rule = draft.rules.find(({ key }) => key === histogram.rule.key)
    const before = active.data?.find(({ key }) => key === histogram.rule.key)
    if (rule === undefined || before === undefined) return []
    if (
      JSON.stringify(rule.thresholds) === JSON.stringify(before.thresholds) &&
      rule.enabled === before.enabled
    )
      return []
    const now = rule.enabled ? answerHandle(histogram, rule.thresholds) : null
    const then = before.enabled ? answerHandle(histogram, before.thresholds) : null
    return [
      {
        key: rule.key,
        name: rule.name[language],
        asked: now?.asked ?? 0,
        before: then?.asked ?? 0,
        caught: now?.caught ?? 0,
        takenBack: now?.takenBack ?? 0,
      },
    ]
  })
  if (rows.length === 0) return null
  return (
    <section aria-label={t('moved.title')} aria-live="polite">
      <h3>{t('moved.title')}</h3>
      <p className={classes.quiet}>{t('moved.lead')}</p>
      <DataTable
        label={t('moved.title')}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'rule', header: t('rule'), cell: ({ name }) => name },
          {
            key: 'before',
            header: t('moved.before'),
            align: 'end',
            cell: ({ before }) => <Count value={before} />,
          },
          {
            key: 'asked',
            header: t('moved.after'),
            align: 'end',
            cell: ({ asked }) => <Count value={asked} />,
          },
          {
            key: 'day',
            header: t('moved.aDay'),
            align: 'end',
            cell: ({ asked }) => <Count value={asked / days} digits={1} />,
          },
          {
            key: 'caught',
            header: t('moved.caught'),
            align: 'end',
            cell: ({ caught }) => <Count value={caught} />,
          },
          {
            key: 'takenBack',
            header: t('takenBack'),
            align: 'end',
            cell: ({ takenBack }) => <Count value={takenBack} />,
          },
        ]}
      />
    </section>
  )
}
