'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { formatDate } from '@/domain/format/format-instant.ts'
import { formatNumber } from '@/domain/format/format-number.ts'
import classes from './thresholds.module.css'
import type { VersionData } from './version-data.ts'

interface Counts {
  readonly transactions: number
  readonly asked: number
  readonly askedLive: number
  readonly askedBoth: number
}

/** What the version would have asked on live traffic beside what was asked, day by day and rule by rule; and its ramp's gates. */
export function ShadowPanel({ version }: { readonly version: VersionData }) {
  const t = useTranslations('thresholds')
  const language = useLanguage()
  const trpc = useTRPC()
  const report = useQuery({
    ...trpc.thresholds.shadow.queryOptions({ version: version.version, edition: version.edition }),
    refetchInterval: 15_000,
  })
  const count = (value: number) => formatNumber(value, language)
  const columns = [
    { key: 'asked', header: t('wouldAsk'), align: 'end', cell: (row: Counts) => count(row.asked) },
    { key: 'live', header: t('askedLive'), align: 'end', cell: (row: Counts) => count(row.askedLive) },
    { key: 'both', header: t('askedBoth'), align: 'end', cell: (row: Counts) => count(row.askedBoth) },
    {
      key: 'more',
      header: t('onlyShadow'),
      align: 'end',
      cell: (row: Counts) => count(row.asked - row.askedBoth),
    },
    {
      key: 'less',
      header: t('onlyLive'),
      align: 'end',
      cell: (row: Counts) => count(row.askedLive - row.askedBoth),
    },
  ] as const
  const ruleName = (key: string) =>
    version.rules.rules.find((rule) => rule.key === key)?.name[language] ?? key
  return (
    <>
      <Panel title={t('shadowTitle')}>
        <p className={classes.quiet}>{t('shadowLead')}</p>
        <Answered query={report} what={t('shadowTitle')} height={160}>
          {({ days, rules }) =>
            days.length === 0 ? (
              <p>{t('noShadow')}</p>
            ) : (
              <>
                <DataTable
                  label={t('byDay')}
                  rows={days}
                  rowKey={({ day }) => day}
                  columns={[
                    { key: 'day', header: t('day'), cell: ({ day }) => formatDate(day, language) },
                    {
                      key: 'all',
                      header: t('decided'),
                      align: 'end',
                      cell: ({ transactions }) => count(transactions),
                    },
                    ...columns,
                  ]}
                />
                <DataTable
                  label={t('byRule')}
                  rows={rules}
                  empty={<p className={classes.quiet}>{t('noShadowRule')}</p>}
                  rowKey={({ rule }) => rule}
                  columns={[
                    { key: 'rule', header: t('rule'), cell: ({ rule }) => ruleName(rule) },
                    ...columns,
                  ]}
                />
              </>
            )
          }
        </Answered>
      </Panel>
    </>
  )
}
