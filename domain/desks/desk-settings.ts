import { z } from 'zod'
import { languages } from '../language/language.ts'

/** A text that must be written in every language of the product. */
export const localizedText = (longest: number) => {
  const words = z
    .string()
    .trim()
    .min(1, 'Write this text in every language.')
    .max(longest, `At most ${longest} characters.`)
  return z.strictObject({ en: words, pl: words, ru: words })
}

/** The key of a desk, kind or playbook: it stands in addresses, exports and other systems' calls, so it never changes. */
export const settingKey = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,59}$/,
    'Use small letters, digits and hyphens, at most 60, beginning with a letter or digit.',
  )

/** One thing that a desk must be told before it takes a customer. */
const briefFieldSchema = z.strictObject({
  key: settingKey,
  label: localizedText(120),
  /** Without it nobody can hand over cold or ask on the customer's behalf. */
  required: z.boolean(),
})

export type BriefField = z.infer<typeof briefFieldSchema>

/** What an administrator settles of a desk; its hours and people are settled apart. */
export const deskSettingsSchema = z.strictObject({
  name: localizedText(120),
  /** The number that is called together with the customer; null where the desk has none. */
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d ()/-]{3,40}$/, 'Write a phone number such as +48 22 555 01 01.')
    .nullable(),
  /** Within how many minutes of its hours the desk should accept an offer. */
  acceptMinutes: z.number().int().min(1, 'At least a minute.').max(10_080, 'At most a week.'),
  briefFields: z
    .array(briefFieldSchema)
    .max(12, 'More than 12 fields delay every handoff.')
    .superRefine((fields, context) => {
      const repeated = fields.find(
        (field, index) => fields.findIndex(({ key }) => key === field.key) !== index,
      )
      if (repeated)
        context.addIssue({ code: 'custom', message: `Two fields are called ${repeated.key}. Rename one.` })
    }),
})

export type DeskSettings = z.infer<typeof deskSettingsSchema>

/** Member or lead: leads get memos and escalations of their desk. */
export const deskParts = ['member', 'lead'] as const

/** How a person belongs to a desk, and in which languages they serve customers there. */
export const membershipSchema = z.strictObject({
  part: z.enum(deskParts),
  languages: z
    .array(z.enum(languages))
    .min(1, 'Choose at least one language in which this colleague serves customers.')
    .refine((chosen) => new Set(chosen).size === chosen.length, 'A language is chosen twice.'),
})
