'use client'

import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Panel } from '@/app/components/panel.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { type Rule, type RuleSet, ruleSetSchema } from '@/domain/screening/rule.ts'
import { channels } from '@/domain/screening/transaction.ts'
import { checkRuleOrder } from '@/domain/thresholds/check-rule-order.ts'
import { diffRuleSets, touchedRules } from '@/domain/thresholds/diff-rule-sets.ts'
import type { RampPlan } from '@/domain/thresholds/ramp-plan.ts'
import { ConflictChoice } from './conflict-choice.tsx'
import { CriteriaEditor } from './criteria-editor.tsx'
import { Differences } from './differences.tsx'
import { NewRuleForm } from './new-rule-form.tsx'
import { RampFields } from './ramp-fields.tsx'
import { Refusal } from './refusal.tsx'
import { RemovedRules } from './removed-rules.tsx'
import type { RulePlace } from './rule-changes.ts'
import { RuleEditor } from './rule-editor.tsx'
import classes from './thresholds.module.css'
import { useVersionMove } from './use-version-move.ts'
import type { VersionData } from './version-data.ts'
import { Advisor } from './what-if/advisor.tsx'
import { WhatIfPanel } from './what-if/what-if-panel.tsx'

const anywhere: RulePlace = { segment: null, currency: null, channel: null }

/** The rules of a version, to read or to change, with the effect beside them. */
export function DraftEditor(props: {
  readonly version: VersionData
  readonly mayEdit: boolean
  /** Epoch milliseconds: the window of the past that is looked at. */
  readonly window: { readonly from: number; readonly to: number }
}) {
  const { version, mayEdit, window } = props
  const t = useTranslations('thresholds')
  const trpc = useTRPC()
  const move = useVersionMove()
  const [rules, setRules] = useState(version.rules)
  const [note, setNote] = useState(version.note ?? '')
  const [ramp, setRamp] = useState<RampPlan | null>(version.ramp)
  const [place, setPlace] = useState(anywhere)
  const [addedKey, setAddedKey] = useState<string | null>(null)
  const policy = useQuery(trpc.thresholds.policy.queryOptions())
  const spread = useQuery(
    trpc.thresholds.distributions.queryOptions({ window, ...place }, { staleTime: 300_000 }),
  )
  const parsed = ruleSetSchema.safeParse(rules)
  const order = parsed.success ? checkRuleOrder(rules) : []
  const differences = diffRuleSets(version.activeRules, rules)
  const touched = touchedRules(differences)
  const dirty =
    diffRuleSets(version.rules, rules).length > 0 ||
    note !== (version.note ?? '') ||
    JSON.stringify(ramp) !== JSON.stringify(version.ramp)
  const addRule = (rule: Rule) => {
    setAddedKey(rule.key)
    setRules((before) => ({ ...before, rules: [...before.rules, rule] }))
  }
  const problemOf = (place: number): string | null => {
    const issue = parsed.success
      ? order.find(({ path }) => path.startsWith(`rules.${place}.`))
      : parsed.error.issues.find(({ path }) => path[0] === 'rules' && path[1] === place)
    return issue?.message ?? null
  }
  const save = () =>
    void move.run(
      ({ thresholds }) =>
        thresholds.saveDraft.mutate({
          ...{ version: version.version, edition: version.edition, note, ramp },
          ...{ rules: [...rules.rules], merchantCriteria: rules.merchantCriteria },
        }),
      t('saved'),
    )
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
          {choose('currency', t('currency'), spread.data?.currencies ?? [])}
          {choose('channel', t('channel'), channels)}
        </div>
        {rules.rules.map((rule, i) => (
          <RuleEditor
            key={rule.key}
            rule={rule}
            active={version.activeRules.rules.find(({ key }) => key === rule.key) ?? null}
            place={place}
            distribution={spread.data?.kinds.find(
              ({ signal, level }) => signal === rule.signal && level === rule.level,
            )}
            problem={problemOf(i)}
            changed={touched.includes(rule.key)}
            isOpen={i === 0 || rule.key === addedKey}
            capOfAll={policy.data?.capPerHour ?? null}
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
      {parsed.success && version.status !== 'active' && <WhatIfPanel draft={parsed.data} window={window} />}
      {version.status === 'active' && spread.data !== undefined && (
        <Advisor window={window} currencies={spread.data.currencies} />
      )}
      <Panel title={t('criteria')}>
        <CriteriaEditor
          criteria={rules.merchantCriteria}
          onChange={
            mayEdit ? (merchantCriteria) => setRules((before) => ({ ...before, merchantCriteria })) : null
          }
        />
      </Panel>
      {version.status !== 'active' && (
        <>
          <Panel title={t('draftBesideActive', { version: version.activeVersion })}>
            <Differences differences={differences} rules={[...rules.rules, ...version.activeRules.rules]} />
          </Panel>
          <Panel title={t('rampTitle')}>
            <RampFields ramp={ramp} onChange={mayEdit ? setRamp : null} />
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
              onChange={(event) => setNote(event.currentTarget.value)}
            />
          </Panel>
          {dirty && (
            <section className={classes.saving} aria-label={t('save')}>
              {version.status !== 'draft' && <p className={classes.changed}>{t('editVoids')}</p>}
              <Refusal move={move} />
              {move.refusal?.code === 'conflict' && (
                <ConflictChoice
                  refusal={move.refusal}
                  mine={rules}
                  onMerged={(merged) => {
                    setRules(merged)
                    move.forget()
                  }}
                />
              )}
              <div className={classes.actions}>
                <Button
                  onClick={save}
                  loading={move.pending}
                  disabled={!parsed.success || note.trim() === ''}
                >
                  {t('saveDraft')}
                </Button>
                {!parsed.success && <span role="alert">{parsed.error.issues[0]?.message}</span>}
              </div>
            </section>
          )}
        </>
      )}
    </>
  )
}

function withoutRule(ruleSet: RuleSet, key: string): RuleSet {
  return { ...ruleSet, rules: ruleSet.rules.filter((rule) => rule.key !== key) }
}
