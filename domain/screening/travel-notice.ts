import { distanceInKm } from './distance-in-km.ts'
import type { TravelNotice } from './screening-context.ts'
import type { Transaction } from './transaction.ts'

/** Whether the customer had said that they would be where and when this transaction happened. */
export function isTravelNoticed(transaction: Transaction, notices: readonly TravelNotice[]): boolean {
  const { place, occurredAt, merchant } = transaction
  return notices.some((notice) => {
    if (occurredAt < notice.from || occurredAt >= notice.until) return false
    if (notice.country !== null && notice.country !== (place?.country ?? merchant?.country ?? null))
      return false
    if (notice.area === null) return true
    return place !== null && distanceInKm(notice.area, place) <= notice.area.radiusKm
  })
}
