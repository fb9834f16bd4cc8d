'use client'

import { NativeSelect, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useCallback, useMemo, useState } from 'react'
import { Panel } from '@/app/components/panel.tsx'
import { Failed } from '@/app/components/states/failed.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { refusalWords } from '@/app/trpc/refusal-words.ts'
import type { MerchantCriteria } from '@/domain/screening/merchant-criteria.ts'
import { type Rule, type RuleSet, ruleSetSchema } from '@/domain/screening/rule.ts'
import { channels } from '@/domain/screening/transaction.ts'
import { diffRuleSets, touchedRules } from '@/domain/thresholds/diff-rule-sets.ts'
import { findProblem, type RuleSetProblem } from '@/domain/thresholds/find-problem.ts'
import { rampPlanSchema } from '@/domain/thresholds/ramp-plan.ts'
import { CriteriaEditor } from './criteria-editor.tsx'
import { Differences } from './differences.tsx'
import { NewRuleForm } from './new-rule-form.tsx'
import { RampFields } from './ramp-fields.tsx'
import { RemovedRules } from './removed-rules.tsx'
import { RuleAlone } from './rule-alone.tsx'
import type { RulePlace } from './rule-changes.ts'
import { RuleEditor } from './rule-editor.tsx'
import { RuleWorth } from './rule-worth.tsx'
import { SaveBar } from './save-bar.tsx'
import classes from './thresholds.module.css'
import { useDraft } from './use-draft.ts'
import { useRuleWorth } from './use-rule-worth.ts'
import type { WindowChoice } from './use-window.ts'
import type { VersionData } from './version-data.ts'
import { Advisor } from './what-if/advisor.tsx'
import { useRuleHistograms } from './what-if/use-what-if-run.ts'
import { WhatIfPanel } from './what-if/what-if-panel.tsx'
import { writeThreshold } from './write-threshold.ts'

const dayMs = 86_400_000

const none: readonly string[] = []

const anywhere: RulePlace = { segment: null, currency: null, channel: null }

/** The rules of a version, to read or to change, with the effect beside them. */
export function DraftEditor(props: {
  readonly version: VersionData
  readonly mayEdit: boolean
  /** The stretch of the past that is looked at. */
  readonly choice: WindowChoice
}) {
  const { version, mayEdit } = props
  const { window, period } = props.choice
  const t = useTranslations('thresholds')
  const language = useLanguage()
  const trpc = useTRPC()
  const draft = useDraft(version, mayEdit)
  const { rules, note, ramp, setRules } = draft
  const [place, setPlace] = useState(anywhere)
  const [addedKey, setAddedKey] = useState<string | null>(null)
  const policy = useQuery(trpc.thresholds.policy.queryOptions())
  const spread = useQuery(
    trpc.thresholds.distributions.queryOptions({ window, ...place }, { staleTime: 300_000 }),
  )
  const histograms = useRuleHistograms(rules, window)
  const worthOf = useRuleWorth(period)
  // The same object until a rule changes: another one would count as a moved handle.
  const parsed = useMemo(() => ruleSetSchema.safeParse(rules), [rules])
  const problem = findProblem(rules)
  const differences = diffRuleSets(version.activeRules, rules)
  const touched = touchedRules(differences)
  const currencies = spread.data?.currencies ?? none
  const setCriteria = useCallback(
    (merchantCriteria: MerchantCriteria) => setRules((before) => ({ ...before, merchantCriteria })),
    [setRules],
  )
  const addRule = (rule: Rule) => {
    setAddedKey(rule.key)
    setRules((before) => ({ ...before, rules: [...before.rules, rule] }))
  }
  const inWords = ({ word, rule, values }: RuleSetProblem) => {
    const signal = rule === null ? undefined : rules.rules[rule]?.signal
    const write = (value: number) =>
      signal === undefined || word === 'history'
        ? String(value)
        : writeThreshold(value, signal, { language, currency: place.currency, words: t as never })
    const written = Object.entries(values).map(([name, value]) => [name, write(value)])
    return t(`problems.${word}`, Object.fromEntries(written) as Record<string, string>)
  }
  const histogramOf = ({ key, signal, level }: Rule) =>
    histograms.data?.find(({ rule }) => rule.key === key && rule.signal === signal && rule.level === level)
  const choose = (key: keyof RulePlace, label: string, values: readonly string[]) => (
    <NativeSelect
      label={label}
      value={place[key] ?? ''}
      data={[
        { value: '', label: t('any') },
        ...values.map((value) => ({ value, label: key === 'channel' ? t(`channels.${value}`) : value })),
      ]}
      onChange={(event) => setPlace({ ...place, [key]: event.currentTarget.value || null })}
    />
  )
  return (
    <>
      <Panel title={t('rules')}>
        <p className={classes.quiet}>{t('rulesLead')}</p>
        <div className={classes.fields}>
          {choose('segment', t('segment'), spread.data?.segments ?? [])}
          {choose('currency', t('currency'), currencies)}
          {choose('channel', t('channel'), channels)}
        </div>
        {spread.isError && (
          <Failed
            what={t('distributions')}
            why={refusalWords(spread.error, t)}
            onRetry={() => void spread.refetch()}
          />
        )}
        {rules.rules.map((rule, i) => (
          <RuleEditor
            key={rule.key}
            rule={rule}
            active={version.activeRules.rules.find(({ key }) => key === rule.key) ?? null}
            place={place}
            currencies={currencies}
            distribution={spread.data?.kinds.find(
              ({ signal, level }) => signal === rule.signal && level === rule.level,
            )}
            isCounting={spread.isPending}
            problem={problem?.rule === i ? inWords(problem) : null}
            changed={touched.includes(rule.key)}
            isOpen={i === 0 || rule.key === addedKey}
            capOfAll={policy.data?.capPerHour ?? null}
            effect={
              <>
                {histogramOf(rule) !== undefined && (
                  <RuleAlone
                    rule={rule}
                    histogram={histogramOf(rule)!}
                    days={(window.to - window.from) / dayMs}
                  />
                )}
                {worthOf !== null && version.activeRules.rules.some(({ key }) => key === rule.key) && (
                  <RuleWorth rule={rule.key} figure={worthOf(rule.key)} period={period} />
                )}
              </>
            }
            onRemove={() => setRules((before) => withoutRule(before, rule.key))}
            onChange={
              mayEdit
                ? (next) =>
                    setRules((before) => ({
                      ...before,
                      rules: before.rules.map((one) => (one.key === next.key ? next : one)),
                    }))
                : null
            }
          />
        ))}
      </Panel>
      {mayEdit && (
        <>
          <RemovedRules rules={rules} active={version.activeRules} onReturn={addRule} />
          <NewRuleForm
            taken={[...rules.rules, ...version.activeRules.rules].map(({ key }) => key)}
            onAdd={addRule}
          />
        </>
      )}
      {parsed.success && problem?.word !== 'belowFloor' && version.status !== 'active' && (
        <WhatIfPanel draft={parsed.data} window={window} currencies={currencies} />
      )}
      {version.status === 'active' && spread.data !== undefined && (
        <Advisor window={window} currencies={currencies} />
      )}
      <Panel title={t('criteria')}>
        <CriteriaEditor criteria={rules.merchantCriteria} onChange={mayEdit ? setCriteria : null} />
      </Panel>
      {version.status !== 'active' && (
        <>
          <Panel title={t('draftBesideActive', { version: version.activeVersion })}>
            <Differences differences={differences} rules={[...rules.rules, ...version.activeRules.rules]} />
          </Panel>
          <Panel title={t('rampTitle')}>
            <RampFields ramp={ramp} onChange={mayEdit ? draft.setRamp : null} />
          </Panel>
        </>
      )}
      {mayEdit && (
        <>
          <Panel title={t('why')}>
            <Textarea
              aria-label={t('why')}
              value={note}
              maxLength={500}
              autosize
              minRows={2}
              error={note.trim() === '' ? t('emptyText') : undefined}
              onChange={(event) => draft.setNote(event.currentTarget.value)}
            />
          </Panel>
          <SaveBar
            version={version}
            draft={draft}
            problem={
              problem !== null
                ? inWords(problem)
                : ramp !== null && !rampPlanSchema.safeParse(ramp).success
                  ? t('problems.ramp')
                  : note.trim() === ''
                    ? t('emptyText')
                    : null
            }
            canSave={parsed.success && (ramp === null || rampPlanSchema.safeParse(ramp).success)}
          />
        </>
      )}
    </>
  )
}

function withoutRule(ruleSet: RuleSet, key: string): RuleSet {
  return { ...ruleSet, rules: ruleSet.rules.filter((rule) => rule.key !== key) }
}
