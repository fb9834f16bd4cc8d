/**
 * Within how many minutes of the clock the customer hears of us again where nobody settled it: what forms propose, what new kinds of case
 * begin with, and what cases from before kinds had such a time are held to.
 */
export function usualContactMinutes(emergency: boolean): number {
  // Whoever lost a wallet is not left alone for a day.
  return emergency ? 120 : 1_440
}
