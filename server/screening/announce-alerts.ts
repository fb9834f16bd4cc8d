import { formatMinor } from '../../domain/screening/parse-amount.ts'
import { type MessageRow, toMessageRow } from '../delivery/delivery.ts'
import { type AlertHitRow, type AlertRow } from './rows.ts'

/** What other systems are told of the alerts that a batch raises, to be written with them. History raises none: it comes in by another way. */
export function announceAlerts(rows: {
  readonly alerts: readonly AlertRow[]
  readonly hits: readonly AlertHitRow[]
}): MessageRow[] {
  return rows.alerts.map((alert) => {
    const rules = new Set(rows.hits.filter((hit) => hit.alert_id === alert.id).map((hit) => hit.rule))
    return toMessageRow({
      type: 'alert.opened',
      at: Date.parse(alert.raised_at),
      customerRef: alert.customer_ref,
      payload: {
        alertId: alert.id,
        reference: alert.reference,
        transactionId: alert.transaction_id,
        customerRef: alert.customer_known ? alert.customer_ref : null,
        raisedAt: alert.raised_at,
        channel: alert.channel,
        money: { amount: formatMinor(alert.amount_minor, alert.currency), currency: alert.currency },
        severity: alert.severity,
        rules: [...rules],
      },
    })
  })
}
