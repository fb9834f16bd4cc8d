import { z } from 'zod'

const ppm = z.int().min(1, 'A step reaches somebody.').max(1_000_000, 'A step reaches at most everybody.')

/**
 * How a version reaches its customers: step by step, each with a gate. A step ends when its time has passed, enough of its questions are
 * answered and, where it says so, somebody lets it go on. `null` limits are not watched.
 */
export const rampPlanSchema = z
  .object({
    steps: z
      .array(
        z.object({
          /** Of a million customers. */
          ppm,
          hours: z
            .number()
            .min(0)
            .max(24 * 60),
          /** Answered questions of this version since the step began. */
          answers: z.int().min(0).max(1_000_000),
          needsApproval: z.boolean(),
        }),
      )
      .min(1)
      .max(10),
    guardrails: z.object({
      alertsPerHour: z.int().positive().nullable(),
      /** Of a hundred answered questions, how many may have been needless. */
      needlessPercent: z.number().gt(0).max(100).nullable(),
      decisionMsP99: z.number().positive().nullable(),
    }),
  })
  .refine(({ steps }) => steps.every((step, i) => i === 0 || step.ppm > steps[i - 1]!.ppm), {
    path: ['steps'],
    error: 'Each step reaches more customers than the one before.',
  })

export type RampPlan = Readonly<z.infer<typeof rampPlanSchema>>

/** What is measured of a version while it is ramping. */
export interface RampMeasured {
  /** Of its alerts, in the last hour. */
  readonly alertsLastHour: number
  /** Since the step began; both count answers, not questions. */
  readonly answers: number
  readonly needless: number
  /** The slowest process's; null: too few decisions to say. */
  readonly decisionMsP99: number | null
}

export type RampMove =
  | { readonly kind: 'stay'; readonly waitsFor: 'time' | 'answers' | 'approval' }
  | { readonly kind: 'next'; readonly step: number }
  /** The last step's gate was passed: it decides for everybody. */
  | { readonly kind: 'finish' }
  | { readonly kind: 'return'; readonly reason: 'tooManyAlerts' | 'tooManyNeedless' | 'tooSlow' }

/** Below so many answers a share says nothing (Wilson's interval is wider than any sensible limit). */
export const fewestAnswers = 20

/** What to do with a ramp now. Guardrails come first; times in epoch milliseconds. */
export function moveRamp(
  plan: RampPlan,
  at: { readonly step: number; readonly stepAt: number; readonly letOn: boolean },
  measured: RampMeasured,
  now: number,
): RampMove {
  const broken = brokenGuardrail(plan.guardrails, measured)
  if (broken !== null) return { kind: 'return', reason: broken }
  const step = plan.steps[at.step]
  if (step === undefined) return { kind: 'finish' }
  if (now < at.stepAt + step.hours * 3_600_000) return { kind: 'stay', waitsFor: 'time' }
  if (measured.answers < step.answers) return { kind: 'stay', waitsFor: 'answers' }
  if (step.needsApproval && !at.letOn) return { kind: 'stay', waitsFor: 'approval' }
  return at.step + 1 < plan.steps.length ? { kind: 'next', step: at.step + 1 } : { kind: 'finish' }
}

function brokenGuardrail(limits: RampPlan['guardrails'], measured: RampMeasured) {
  if (limits.alertsPerHour !== null && measured.alertsLastHour > limits.alertsPerHour) return 'tooManyAlerts'
  if (
    limits.needlessPercent !== null &&
    measured.answers >= fewestAnswers &&
    100 * measured.needless > limits.needlessPercent * measured.answers
  )
    return 'tooManyNeedless'
  if (
    limits.decisionMsP99 !== null &&
    measured.decisionMsP99 !== null &&
    measured.decisionMsP99 > limits.decisionMsP99
  )
    return 'tooSlow'
  return null
}
