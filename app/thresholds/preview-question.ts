import type { Language } from '@/domain/language/language.ts'
import { compileRuleSet } from '@/domain/screening/compile-rule-set.ts'
import { composeQuestion } from '@/domain/screening/compose-question.ts'
import { exampleLine, exampleTransaction } from '@/domain/screening/example-transaction.ts'
import type { Rule } from '@/domain/screening/rule.ts'

/** The question as a customer would read it about an example payment, by the same words as a real one. */
export function previewQuestion(rule: Rule, language: Language): string {
  const transaction = exampleTransaction({
    ...{ id: 'preview', amountMinor: 1_250_000, payee: { ref: 'preview', name: 'Nova' } },
    lines: [exampleLine({ name: 'Nova', quantity: 24 })],
  })
  const hit = {
    ...{ rule: rule.key, signal: rule.signal, level: rule.level, severity: rule.severity },
    ...{ lineNo: rule.level === 'line' ? 1 : null, value: 1, threshold: 1, facts: null },
  }
  const ruleSet = compileRuleSet({ version: 0, createdAt: 0, rules: [rule] })
  return composeQuestion([hit], transaction, { timeZone: 'UTC', ruleSet })[language]
}
