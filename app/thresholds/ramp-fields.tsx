'use client'

import { Button, Checkbox, NumberInput, Switch } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { RampPlan } from '@/domain/thresholds/ramp-plan.ts'
import classes from './thresholds.module.css'

const ppmPerPercent = 10_000
const suggested: RampPlan = {
  steps: [
    { ppm: 50_000, hours: 24, answers: 20, needsApproval: false },
    { ppm: 250_000, hours: 24, answers: 50, needsApproval: true },
  ],
  guardrails: { alertsPerHour: 60, needlessPercent: 95, decisionMsP99: 250 },
}

/** How a version reaches its customers: everybody at once, or by steps with gates and guardrails. */
export function RampFields(props: {
  readonly ramp: RampPlan | null
  readonly onChange: ((ramp: RampPlan | null) => void) | null
}) {
  const { ramp, onChange } = props
  const t = useTranslations('thresholds')
  const setStep = (place: number, change: Partial<RampPlan['steps'][number]>) =>
    onChange?.({
      ...ramp!,
      steps: ramp!.steps.map((step, i) => (i === place ? { ...step, ...change } : step)),
    })
  const guardrail = (key: keyof RampPlan['guardrails']) => (
    <NumberInput
      key={key}
      label={t(`guardrails.${key}`)}
      placeholder={t('notWatched')}
      value={ramp?.guardrails[key] ?? ''}
      readOnly={onChange === null}
      min={0}
      onChange={(value) =>
        onChange?.({
          ...ramp!,
          guardrails: { ...ramp!.guardrails, [key]: typeof value === 'number' && value > 0 ? value : null },
        })
      }
    />
  )
  return (
    <>
      <p className={classes.quiet}>{t('rampLead')}</p>
      <Switch
        label={t('rampOn')}
        checked={ramp !== null}
        disabled={onChange === null}
        onChange={(event) => onChange?.(event.currentTarget.checked ? suggested : null)}
      />
      {ramp?.steps.map((step, i) => (
        <fieldset key={i} className={classes.rule}>
          <legend>{t('step', { number: i + 1 })}</legend>
          <div className={classes.fields}>
            <NumberInput
              label={t('share')}
              value={step.ppm / ppmPerPercent}
              readOnly={onChange === null}
              min={0.0001}
              max={100}
              decimalScale={4}
              onChange={(value) => setStep(i, { ppm: Math.round(Number(value) * ppmPerPercent) })}
            />
            <NumberInput
              label={t('hours')}
              value={step.hours}
              readOnly={onChange === null}
              min={0}
              onChange={(value) => setStep(i, { hours: Number(value) })}
            />
            <NumberInput
              label={t('answers')}
              value={step.answers}
              readOnly={onChange === null}
              min={0}
              onChange={(value) => setStep(i, { answers: Number(value) })}
            />
            <Checkbox
              label={t('needsApproval')}
              checked={step.needsApproval}
              disabled={onChange === null}
              onChange={(event) => setStep(i, { needsApproval: event.currentTarget.checked })}
            />
            {onChange !== null && ramp.steps.length > 1 && (
              <Button
                variant="subtle"
                onClick={() => onChange({ ...ramp, steps: ramp.steps.filter((_, other) => other !== i) })}
              >
                {t('remove')}
              </Button>
            )}
          </div>
        </fieldset>
      ))}
      {ramp !== null && (
        <>
          {onChange !== null && ramp.steps.length < 10 && ramp.steps.at(-1)!.ppm < 1_000_000 && (
            <Button
              variant="default"
              onClick={() =>
                onChange({
                  ...ramp,
                  steps: [
                    ...ramp.steps,
                    {
                      ...{ ppm: Math.min(1_000_000, ramp.steps.at(-1)!.ppm * 2), hours: 24 },
                      ...{ answers: 50, needsApproval: true },
                    },
                  ],
                })
              }
            >
              {t('addStep')}
            </Button>
          )}
          <div className={classes.fields}>
            {(['alertsPerHour', 'needlessPercent', 'decisionMsP99'] as const).map(guardrail)}
          </div>
        </>
      )}
    </>
  )
}
