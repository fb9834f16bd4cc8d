import { type Localized } from '../language/language.ts'

/** One thing that a merchant or service should meet; `weight` is what `merchantRisk` counts when it does not. */
export interface MerchantCriterion {
  readonly key: string
  readonly weight: number
  readonly name: Localized
}

/**
 * The security criteria and which of them are unmet, by merchant reference, merchant category code (ISO 18245) and
 * country (ISO 3166-1 alpha-2). A merchant listed with no unmet criteria is assessed and safe; one that is listed
 * nowhere is not assessed.
 */
export interface MerchantCriteria {
  readonly criteria: readonly MerchantCriterion[]
  readonly unmetByMerchant: Readonly<Record<string, readonly string[]>>
  readonly unmetByMcc: Readonly<Record<string, readonly string[]>>
  readonly unmetByCountry: Readonly<Record<string, readonly string[]>>
}

export const noMerchantCriteria: MerchantCriteria = {
  criteria: [],
  unmetByMerchant: {},
  unmetByMcc: {},
  unmetByCountry: {},
}
