import { z } from 'zod'

const words = (longest: number) => z.string().trim().min(1, 'Write this text in every language.').max(longest)
const localized = (longest: number) =>
  z.strictObject({ en: words(longest), pl: words(longest), ru: words(longest) })

/** The order of an emergency: nothing more can be lost, the customer is calm, we know who it is, they know what comes, we promised. */
export const playbookPhases = ['contain', 'calm', 'identity', 'next', 'promise'] as const

const stepSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'Use small letters, digits and hyphens.'),
  phase: z.enum(playbookPhases),
  title: localized(120),
  /** What the operator says, word for word. */
  script: localized(1_000),
  /** How soon after the first word this should be done. */
  withinSeconds: z.number().int().min(5, 'At least 5 seconds.').max(86_400, 'At most a day.'),
  /** What each role may do here alone, without asking anybody. */
  authority: z.strictObject({ staff: localized(300), manager: localized(300) }),
})

/** The steps of a playbook: at least one contains, keys are unique, phases come in their order. */
export const playbookStepsSchema = z
  .array(stepSchema)
  .min(1, 'A playbook needs a step.')
  .max(30, 'More than 30 steps help nobody in an emergency.')
  .superRefine((steps, context) => {
    if (!steps.some(({ phase }) => phase === 'contain')) {
      context.addIssue({ code: 'custom', message: 'The first thing is to contain: add a step that does.' })
    }
    const repeated = steps.find((step, index) => steps.findIndex(({ key }) => key === step.key) !== index)
    if (repeated)
      context.addIssue({ code: 'custom', message: `Two steps are called ${repeated.key}. Rename one.` })
    const order = steps.map(({ phase }) => playbookPhases.indexOf(phase))
    if (order.some((phase, index) => index > 0 && phase < order[index - 1]!)) {
      context.addIssue({
        code: 'custom',
        message: 'Steps stand in the order contain, calm, identity, what happens next, promise.',
      })
    }
  })

export type PlaybookStep = z.infer<typeof stepSchema>
