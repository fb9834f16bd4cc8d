'use client'

import { Button, NativeSelect, NumberInput, Switch } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Loading } from '@/app/components/states/loading.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { StartStory } from '@/app/proposals/start-story.tsx'
import { thresholdFor } from '@/domain/screening/compile-rule-set.ts'
import { type Rule, severities, type Severity } from '@/domain/screening/rule.ts'
import type { Signal } from '@/domain/screening/signal.ts'
import { signals } from '@/domain/screening/signals.ts'
import { overridePlace } from '@/domain/thresholds/rule-set-leaves.ts'
import { AmountMeaning } from './amount-meaning.tsx'
import { amountDigits } from './amount-digits.ts'
import { placeWords } from './describe-path.ts'
import { QuestionFields } from './question-fields.tsx'
import { SignalChart } from './signal-chart.tsx'
import { type RulePlace, removeOverride, setMinimumAmount, setThreshold } from './rule-changes.ts'
import type { RuleEditing } from './rule-editor.tsx'
import classes from './thresholds.module.css'
import { writeThreshold } from './write-threshold.ts'

/** Everything that a rule says: its signal's distribution with the threshold on it, where it holds, its names and its question. */
export function RuleBody(props: RuleEditing) {
  const { rule, active, place, distribution, onChange } = props
  const t = useTranslations('thresholds')
  const language = useLanguage()
  const signal: Signal = signals[rule.signal]
  const value = valueAt(rule, place)
  const write = (of: number | null, currency: string | null) =>
    writeThreshold(of, rule.signal, { language, currency, words: t as never })
  const isMoney = signal.unit === 'minorUnits'
  const digits = amountDigits(place.currency)
  const scale = isMoney ? 10 ** digits : 1
  return (
    <>
      <p className={classes.quiet}>{signal.description[language]}</p>
      {distribution === undefined && props.isCounting && <Loading height={172} />}
      {distribution !== undefined && (
        <SignalChart
          distribution={distribution}
          label={rule.name[language]}
          value={value}
          activeValue={active === null ? null : valueAt(active, place)}
          currency={place.currency}
          onMove={onChange === null ? null : (next) => onChange(setThreshold(rule, place, next))}
        />
      )}
      {props.effect}
      {props.problem !== null && (
        <p role="alert" className={classes.changed}>
          {props.problem}
        </p>
      )}
      <div className={classes.fields}>
        <NumberInput
          label={
            isMoney && place.currency !== null
              ? t('thresholdIn', { currency: place.currency })
              : t('thresholdHere')
          }
          description={
            rule.thresholds.overrides.length === 0 && isAnywhere(place)
              ? t('anywhere')
              : placeWords(overridePlace(toOverride(place)), t as never)
          }
          value={value === null ? '' : value / scale}
          readOnly={onChange === null}
          decimalScale={isMoney ? digits : 4}
          min={signal.scale.min / scale}
          max={signal.scale.max / scale}
          onChange={(next) =>
            onChange?.(
              setThreshold(
                rule,
                place,
                typeof next === 'number' ? Math.round(next * scale * 1e6) / 1e6 : null,
              ),
            )
          }
        />
        <NativeSelect
          label={t('fields.severity')}
          value={rule.severity}
          disabled={onChange === null}
          data={severities.map((one) => ({ value: one, label: t(`severities.${one}`) }))}
          onChange={(event) => onChange?.({ ...rule, severity: event.currentTarget.value as Severity })}
        />
        <NumberInput
          label={t('fields.minimumHistory')}
          description={t('historyLeast', { count: signal.minimumHistory })}
          value={rule.minimumHistory ?? ''}
          placeholder={String(signal.minimumHistory)}
          readOnly={onChange === null}
          allowDecimal={false}
          min={signal.minimumHistory}
          max={64}
          onChange={(next) =>
            onChange?.({ ...rule, minimumHistory: typeof next === 'number' ? next : undefined })
          }
        />
        {place.currency !== null && (
          <NumberInput
            label={t('minimumAmountIn', { currency: place.currency })}
            value={(rule.minimumAmountMinor?.[place.currency] ?? 0) / 10 ** digits}
            readOnly={onChange === null}
            decimalScale={digits}
            min={0}
            onChange={(next) =>
              onChange?.(setMinimumAmount(rule, place.currency!, Math.round(Number(next) * 10 ** digits)))
            }
          />
        )}
        <NumberInput
          label={t('fields.capPerHour')}
          description={t('capMeans')}
          value={rule.capPerHour ?? ''}
          placeholder={props.capOfAll === null ? t('noCap') : t('capOfAll', { cap: props.capOfAll })}
          readOnly={onChange === null}
          allowDecimal={false}
          min={1}
          max={1_000_000}
          onChange={(next) =>
            onChange?.({ ...rule, capPerHour: typeof next === 'number' ? next : undefined })
          }
        />
        <Switch
          label={t('fields.enabled')}
          checked={rule.enabled}
          disabled={onChange === null}
          onChange={(event) => onChange?.({ ...rule, enabled: event.currentTarget.checked })}
        />
      </div>
      {isMoney && place.currency === null && (
        <AmountMeaning amountMinor={value} currencies={props.currencies} />
      )}
      {rule.thresholds.overrides.length > 0 && (
        <ul className={classes.list} aria-label={t('overrides')}>
          {rule.thresholds.overrides.map((one) => (
            <li key={overridePlace(one)} className={classes.line}>
              <span>
                {placeWords(overridePlace(one), t as never)}: {write(one.value, one.currency ?? null)}
              </span>
              {onChange !== null && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  onClick={() => onChange(removeOverride(rule, overridePlace(one)))}
                >
                  {t('remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <QuestionFields rule={rule} onChange={onChange} />
      {onChange !== null && (
        <Button variant="subtle" color="red" onClick={props.onRemove}>
          {t('removeRule')}
        </Button>
      )}
      {active !== null && <StartStory source={{ kind: 'rule', id: rule.key }} />}
    </>
  )
}

function valueAt(rule: Rule, { segment, currency, channel }: RulePlace): number | null {
  if (channel !== null) return thresholdFor(rule, segment ?? undefined, currency ?? undefined, channel)
  const exact = rule.thresholds.overrides.find(
    (one) => overridePlace(one) === overridePlace(toOverride({ segment, currency, channel })),
  )
  return exact === undefined ? rule.thresholds.default : exact.value
}

function isAnywhere({ segment, currency, channel }: RulePlace): boolean {
  return segment === null && currency === null && channel === null
}

function toOverride({ segment, currency, channel }: RulePlace) {
  return {
    ...(segment === null ? {} : { segment }),
    ...(currency === null ? {} : { currency }),
    ...(channel === null ? {} : { channel }),
  }
}
