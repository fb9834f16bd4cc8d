import { z } from 'zod'
import { type CompiledRuleSet } from '../../domain/screening/compile-rule-set.ts'
import { shadowStatuses } from '../../domain/thresholds/version-status.ts'
import { logFailure } from '../observability/log.ts'
import { getRuleSetEdition } from './rule-set-versions.ts'

/** Which versions look at the next transactions. */
export interface ScreeningPlan {
  readonly active: CompiledRuleSet
  /** The version that decides for a share of the customers already. */
  readonly ramp: { readonly ruleSet: CompiledRuleSet; readonly ppm: number } | null
  readonly shadows: readonly ShadowVersion[]
  readonly trippedRules: ReadonlySet<string>
}

/** A version that is evaluated and asks nobody. */
export interface ShadowVersion {
  readonly version: number
  readonly edition: number
  readonly ruleSet: CompiledRuleSet
}

/** More would cost the decisions; the newest are watched. */
const shadowsAtMost = 8

/**
 * The plan as one JSON value, for a query that reads something else too: every batch of decisions asks for it, so that a switch is
 * seen by the next batch of every process. Pass it to `loadScreeningPlan`.
 */
export const screeningPlanJson = `
  json_build_object('versions',
    (SELECT json_agg(json_build_object('version', version, 'edition', edition, 'status', status, 'ppm', ramp_ppm) ORDER BY version DESC)
     FROM rule_set_versions WHERE status IN ('active', 'ramping', 'inReview', 'approved', 'scheduled', 'suspended')),
    'tripped', (SELECT json_agg(rule) FROM rule_incidents WHERE rearmed_at IS NULL))`

const planSchema = z.object({
  versions: z
    .array(z.object({ version: z.int(), edition: z.int(), status: z.string(), ppm: z.int() }))
    .nullable(),
  tripped: z.array(z.string()).nullable(),
})

/** `null` when no version is active. Rules are read once for each edition. */
export async function loadScreeningPlan(json: unknown): Promise<ScreeningPlan | null> {
  const { versions, tripped } = planSchema.parse(json)
  const all = versions ?? []
  const active = all.find(({ status }) => status === 'active')
  if (active === undefined) return null
  const ramping = all.find(({ status }) => status === 'ramping')
  const shadows: ShadowVersion[] = []
  for (const { version, edition, status } of all) {
    if (shadows.length === shadowsAtMost || !(shadowStatuses as readonly string[]).includes(status)) continue
    const ruleSet = await findShadow(version, edition)
    if (ruleSet !== null) shadows.push({ version, edition, ruleSet })
  }
  return {
    active: await getRuleSetEdition(active.version, active.edition),
    ramp:
      ramping === undefined
        ? null
        : { ruleSet: await getRuleSetEdition(ramping.version, ramping.edition), ppm: ramping.ppm },
    shadows,
    trippedRules: new Set(tripped ?? []),
  }
}

/** A shadow that cannot be read must not stop decisions. */
async function findShadow(version: number, edition: number): Promise<CompiledRuleSet | null> {
  try {
    return await getRuleSetEdition(version, edition)
  } catch (cause) {
    logFailure(cause, { shadowVersion: version, edition })
    return null
  }
}
