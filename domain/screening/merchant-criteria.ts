import { z } from 'zod'

const key = z.string().trim().min(1).max(64)
const name = z.string().trim().min(1, 'Name the criterion in this language.').max(120)
const unmet = (what: z.ZodString) => z.record(what, z.array(key).max(50))

/**
 * The security criteria with their weights, and which of them are unmet by merchant reference, by merchant category code
 * (ISO 18245) and by country (ISO 3166-1 alpha-2). A merchant that is listed with no unmet criteria is assessed
 * and safe; one that is listed nowhere is not assessed.
 */
export const merchantCriteriaSchema = z
  .object({
    criteria: z
      .array(
        z.object({
          key,
          weight: z.number().positive('A weight is above 0.').max(10),
          name: z.object({ en: name, pl: name, ru: name }),
        }),
      )
      .max(50),
    unmetByMerchant: unmet(z.string().min(1).max(128)),
    unmetByMcc: unmet(z.string().regex(/^\d{4}$/, 'A merchant category code has four digits.')),
    unmetByCountry: unmet(z.string().regex(/^[A-Z]{2}$/, 'A country is two capital letters, such as "PL".')),
    /** By merchant reference, epoch milliseconds: from then on what the list says about this merchant no longer counts. */
    listedUntil: z.record(z.string().min(1).max(128), z.int()).optional(),
  })
  .superRefine((all, check) => {
    const known = new Set(all.criteria.map((criterion) => criterion.key))
    for (const table of ['unmetByMerchant', 'unmetByMcc', 'unmetByCountry'] as const) {
      for (const [whose, keys] of Object.entries(all[table])) {
        for (const missing of keys.filter((one) => !known.has(one))) {
          check.addIssue({
            code: 'custom',
            path: [table, whose],
            message: `There is no criterion "${missing}".`,
          })
        }
      }
    }
  })

export type MerchantCriteria = Readonly<z.infer<typeof merchantCriteriaSchema>>

export const noMerchantCriteria: MerchantCriteria = {
  criteria: [],
  unmetByMerchant: {},
  unmetByMcc: {},
  unmetByCountry: {},
}
