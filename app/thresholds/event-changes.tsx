'use client'

import { useTranslations } from 'next-intl'
import { z } from 'zod'
import type { Rule } from '@/domain/screening/rule.ts'
import { Differences } from './differences.tsx'
import classes from './thresholds.module.css'

const leaf = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])
const changedSchema = z.array(z.object({ path: z.string(), before: leaf.optional(), after: leaf.optional() }))

/** What an edit changed, folded away; nothing for events that change no rule. */
export function EventChanges(props: {
  readonly facts: Readonly<Record<string, unknown>>
  readonly rules: readonly Rule[]
}) {
  const t = useTranslations('thresholds')
  const changed = changedSchema.safeParse(props.facts.changed)
  if (!changed.success || changed.data.length === 0) return null
  const differences = changed.data.map(({ path, before, after }) => ({ path, before, after }))
  return (
    <details className={classes.changes}>
      <summary>{t('changedValues', { count: differences.length })}</summary>
      <Differences differences={differences} rules={props.rules} />
    </details>
  )
}
