import { type Hit } from '../../domain/screening/hit.ts'
import { screen, type ScreenInput } from '../../domain/screening/screen.ts'
import { type ShadowVersion } from './screening-plan.ts'

/** What one version would have asked about one transaction. */
export interface ShadowAnswer {
  readonly version: number
  readonly edition: number
  readonly hits: readonly Hit[]
}

const none: readonly ShadowAnswer[] = []

/** Shows a transaction to versions that do not decide: the same evaluator, the same history, no trace. */
export function screenShadows(
  shadows: readonly ShadowVersion[],
  input: Omit<ScreenInput, 'ruleSet'>,
): readonly ShadowAnswer[] {
  if (shadows.length === 0) return none
  return shadows.map(({ version, edition, ruleSet }) => ({
    version,
    edition,
    hits: screen({ ...input, ruleSet }).hits,
  }))
}
