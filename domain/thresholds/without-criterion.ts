import type { MerchantCriteria } from '../screening/merchant-criteria.ts'

const tables = ['unmetByMerchant', 'unmetByMcc', 'unmetByCountry'] as const

/** The criteria without one of them, which then nobody fails to meet any more; who was listed stays listed. */
export function withoutCriterion(all: MerchantCriteria, key: string): MerchantCriteria {
  const unmet = tables.map((table) => [
    table,
    Object.fromEntries(
      Object.entries(all[table]).map(([whose, keys]) => [whose, keys.filter((one) => one !== key)]),
    ),
  ])
  return {
    ...all,
    ...(Object.fromEntries(unmet) as Pick<MerchantCriteria, (typeof tables)[number]>),
    criteria: all.criteria.filter((one) => one.key !== key),
  }
}
