import { type Sql, sql } from '../../db/sql.ts'

/** What was done about alert `a`, of one kind; 0 where nothing was recorded. */
function remedy(kind: 'stopped' | 'lost' | 'recovered'): Sql {
  return sql`coalesce((SELECT r.amount_minor FROM alert_remedies r
    WHERE r.customer_ref = a.customer_ref AND r.alert_id = a.id AND r.kind = ${kind}), 0)`
}

const outcome = sql`coalesce(a.outcome, 'pending')`

/** Minor units of alert `a`'s currency, 0 where there is none; lists of rows hold the alerts whose amount is above 0. */
export const alertMoney = {
  averted: sql`(CASE ${outcome} WHEN 'mistake' THEN coalesce(a.mistake_minor, 0)
    WHEN 'fraud' THEN ${remedy('stopped')} ELSE 0 END)`,
  lost: sql`(CASE WHEN ${outcome} IN ('mistake', 'fraud') THEN ${remedy('lost')} ELSE 0 END)`,
  recovered: sql`(CASE WHEN ${outcome} IN ('mistake', 'fraud') THEN ${remedy('recovered')} ELSE 0 END)`,
} as const satisfies Record<string, Sql>

export type AlertMoney = keyof typeof alertMoney
