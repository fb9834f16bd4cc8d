import { z } from 'zod'
import { onPool } from '../../db/query.ts'
import { getOrganisation } from '../../organisation/organisation.ts'

const counts = { transactions: z.int(), asked: z.int(), askedLive: z.int(), askedBoth: z.int() }
const dayRow = z.object({ day: z.string(), ...counts })
const ruleRow = z.object({ rule: z.string(), ...counts })

const sums = `sum(transactions)::int AS transactions, sum(asked)::int AS asked, sum(asked_live)::int AS "askedLive",
  sum(asked_both)::int AS "askedBoth"`

/**
 * What an edition of a version would have asked on live traffic, beside what was asked: by local day of the organisation, the newest first, and
 * by rule over all of it. Of a rule, `transactions` are those on which it fired on either side. Empty until traffic came.
 */
export async function getShadowReport(version: number, edition: number) {
  const { zone } = await getOrganisation()
  const days = await onPool(
    `SELECT to_char(hour AT TIME ZONE $3, 'YYYY-MM-DD') AS day, ${sums} FROM shadow_counts
     WHERE version = $1 AND edition = $2 AND rule = '*' GROUP BY 1 ORDER BY 1 DESC LIMIT 60`,
    [version, edition, zone],
  )
  const rules = await onPool(
    `SELECT rule, ${sums} FROM shadow_counts WHERE version = $1 AND edition = $2 AND rule <> '*' GROUP BY rule ORDER BY 3 DESC, rule`,
    [version, edition],
  )
  return {
    zone,
    days: days.map((row) => dayRow.parse(row)),
    rules: rules.map((row) => ruleRow.parse(row)),
  }
}
