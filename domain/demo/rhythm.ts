import type { SeededRandom } from '../statistics/seeded-random.ts'
import type { DemoDay } from './demo-year.ts'

/** Shares of a day's payments by hour, from midnight. */
export const payingHours = [1, 1, 0, 0, 0, 1, 3, 7, 9, 8, 8, 9, 11, 10, 9, 10, 12, 14, 13, 10, 7, 5, 3, 2]
/** When a shop is open. */
export const shoppingHours = [0, 0, 0, 0, 0, 0, 0, 3, 6, 8, 10, 10, 9, 8, 8, 10, 13, 15, 13, 9, 5, 0, 0, 0]
/** When a basket on the web is paid. */
export const onlineHours = [2, 1, 0, 0, 0, 0, 1, 3, 5, 6, 6, 6, 7, 6, 6, 6, 7, 8, 10, 13, 15, 13, 9, 5]

const weekdayShares = [0.85, 0.85, 0.9, 1, 1.25, 1.35, 0.8]
const monthShares: Readonly<Record<number, number>> = {
  7: 1.08,
  8: 1.05,
  11: 1.12,
  12: 1.35,
  1: 0.85,
  2: 0.9,
}
const paydayBoost = 1.5
const daysAfterPayday = 5

/** A minute of the day, drawn by the shares of its hours. */
export function drawMinute(random: SeededRandom, hours: readonly number[]): number {
  const hour = random.weightedPick([...hours.keys()], (index) => hours[index]!)
  return hour * 60 + random.uniform() * 60
}

/** How lively a day is compared with an average one; `payday` is the day of the month on which the salary comes. */
export function liveliness(day: DemoDay, payday: number | null): number {
  const sincePayday = payday === null ? Infinity : (day.dayOfMonth - payday + 31) % 31
  return (
    weekdayShares[day.weekday - 1]! *
    (monthShares[day.month] ?? 1) *
    (sincePayday < daysAfterPayday ? paydayBoost : 1)
  )
}
