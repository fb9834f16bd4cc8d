import { AppError } from '../../domain/errors/app-error.ts'
import { type RuleSet } from '../../domain/screening/rule.ts'
import { getAskingPolicy } from '../asking/asking.ts'
import { getOrganisation } from '../organisation/organisation.ts'
import { measure } from '../what-if/what-if.ts'
import { type TestedResult } from './bundle.ts'
import { hashOf } from './hash-of.ts'
import { getDataSpan } from './queries/get-data-span.ts'

const quarterMs = 900_000

interface TestedVersion extends TestedResult {
  /** How many there were in the window. */
  readonly purchases: number
}

/**
 * What the rules would have done beside the active ones on a window of the past (epoch milliseconds, half-open; its edges are drawn to quarter
 * hours), with the hashes that the seal binds. Throws `unprocessable` for thresholds that history cannot answer for.
 */
export async function testVersion(
  draft: RuleSet,
  base: RuleSet,
  window: { readonly from: number; readonly to: number },
): Promise<TestedVersion> {
  const { zone } = await getOrganisation()
  const { secret, questions, days } = await getAskingPolicy()
  const cut = {
    from: Math.floor(window.from / quarterMs) * quarterMs,
    to: Math.ceil(window.to / quarterMs) * quarterMs,
  }
  const budget = secret === null ? null : { questions, days }
  const { result, dataHash } = await measure({ base, draft, window: cut, zone, budget })
  return { window: cut, dataHash, resultHash: hashOf(result), result, purchases: result.transactions }
}

/** Throws `unprocessable` when a test met no purchase although there are some at other times: it would prove nothing. */
export async function requirePurchases({ purchases }: TestedVersion): Promise<void> {
  if (purchases > 0 || (await getDataSpan()) === null) return
  throw new AppError('unprocessable', {
    userMessage: 'There was no purchase in this window, so nothing is tested on it. Choose another period.',
    details: { reason: 'emptyWindow' },
  })
}
