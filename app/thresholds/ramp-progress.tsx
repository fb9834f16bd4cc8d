'use client'

import { useTranslations } from 'next-intl'
import { Fact, FactList } from '@/app/components/fact-list.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatNumber, formatPercent } from '@/domain/format/format-number.ts'
import { fewestAnswers } from '@/domain/thresholds/ramp-plan.ts'
import type { VersionData } from './version-data.ts'

/** Where a ramping version stands: its step with the gate, and what is measured against its limits. Nothing for any other version. */
export function RampProgress({ version }: { readonly version: VersionData }) {
  const { measured, ramp } = version
  const t = useTranslations('thresholds')
  const language = useLanguage()
  const step = version.rampStep ?? 0
  const gate = ramp?.steps[step]
  if (measured === null || ramp === null || gate === undefined) return null
  const { alertsPerHour, needlessPercent, decisionMsP99 } = ramp.guardrails
  const against = (value: string, limit: number | null, unit = '') =>
    `${value} / ${limit === null ? t('notWatched') : `${formatNumber(limit, language, 1)}${unit}`}`
  return (
    <Panel title={t('rampTitle')}>
      <FactList>
        <Fact name={t('ramp.step')}>
          {t('ramp.stepOf', { step: step + 1, steps: ramp.steps.length })} ·{' '}
          {formatPercent(version.rampPpm / 1_000_000, language, 2)}
        </Fact>
        <Fact name={t('ramp.since')}>
          <Instant at={version.rampStepAt} style="dateTime" />
        </Fact>
        <Fact name={t('ramp.gate')}>
          {t('ramp.gateWords', {
            ...{ hours: gate.hours, answers: gate.answers },
            approval: String(gate.needsApproval),
          })}
        </Fact>
        <Fact name={t('answers')}>{formatNumber(measured.answers, language)}</Fact>
        <Fact name={t('guardrails.alertsPerHour')}>
          {against(formatNumber(measured.alertsLastHour, language), alertsPerHour)}
        </Fact>
        <Fact name={t('guardrails.needlessPercent')}>
          {against(
            formatPercent(measured.answers === 0 ? null : measured.needless / measured.answers, language),
            needlessPercent,
            ' %',
          )}
          {needlessPercent !== null &&
            measured.answers < fewestAnswers &&
            ` · ${t('ramp.fromAnswers', { count: fewestAnswers })}`}
        </Fact>
        <Fact name={t('guardrails.decisionMsP99')}>
          {against(formatNumber(measured.decisionMsP99, language, 1), decisionMsP99)}
        </Fact>
      </FactList>
    </Panel>
  )
}
