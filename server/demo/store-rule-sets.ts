import { createHash } from 'node:crypto'
import { type RuleSet } from '../../domain/screening/rule.ts'
import { canonicalJson, toJsonValue } from '../audit/audit.ts'
import { getPrisma } from '../db/prisma.ts'

/** Writes the demo's versions of the rules: each was active until the next one, the last one is. */
export async function storeRuleSets(ruleSets: readonly RuleSet[]): Promise<void> {
  await getPrisma().ruleSetVersion.createMany({
    data: ruleSets.map((ruleSet, i) => {
      const next = ruleSets[i + 1]
      const rules = toJsonValue(ruleSet)
      return {
        version: ruleSet.version,
        status: next ? 'retired' : 'active',
        rules: rules as object,
        seal: createHash('sha256').update(canonicalJson(rules)).digest(),
        note: i === 0 ? 'First rules' : 'Fewer questions about amounts that are merely large',
        createdAt: new Date(ruleSet.createdAt),
        activatedAt: new Date(ruleSet.createdAt),
        retiredAt: next ? new Date(next.createdAt) : null,
      }
    }),
  })
}
