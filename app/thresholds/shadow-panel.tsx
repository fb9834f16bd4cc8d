'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Fact, FactList } from '@/app/components/fact-list.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { formatDate } from '@/domain/format/format-instant.ts'
import { formatNumber, formatPercent } from '@/domain/format/format-number.ts'
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
      {version.measured !== null && version.ramp !== null && (
        <Panel title={t('rampTitle')}>
          <FactList>
            <Fact name={t('share')}>{formatPercent(version.rampPpm / 1_000_000, language, 2)}</Fact>
            <Fact name={t('guardrails.alertsPerHour')}>
              {count(version.measured.alertsLastHour)} / {version.ramp.guardrails.alertsPerHour ?? '—'}
            </Fact>
            <Fact name={t('guardrails.needlessPercent')}>
              {count(version.measured.needless)} / {count(version.measured.answers)}
            </Fact>
            <Fact name={t('guardrails.decisionMsP99')}>
              {formatNumber(version.measured.decisionMsP99, language, 1)} /{' '}
              {version.ramp.guardrails.decisionMsP99 ?? '—'}
            </Fact>
          </FactList>
        </Panel>
      )}
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
