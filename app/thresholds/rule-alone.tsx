'use client'

import { useTranslations } from 'next-intl'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatNumber } from '@/domain/format/format-number.ts'
import type { Rule } from '@/domain/screening/rule.ts'
import { answerHandle, type RuleHistogram } from '@/domain/what-if/rule-histogram.ts'
import classes from './thresholds.module.css'

/** Under the handle: what the rule asks by itself where its threshold stands now, answered here while it moves. */
export function RuleAlone(props: {
  readonly rule: Rule
  readonly histogram: RuleHistogram
  readonly days: number
}) {
  const { rule, histogram, days } = props
  const t = useTranslations('thresholds')
  const language = useLanguage()
  const none = { asked: 0, caught: 0, takenBack: 0 }
  const { asked, caught, takenBack } = rule.enabled ? answerHandle(histogram, rule.thresholds) : none
  return (
    <p className={classes.alone} aria-live="polite">
      {t('alone', {
        asked,
        caught,
        takenBack,
        aDay: formatNumber(asked / days, language, asked < days ? 2 : 1),
      })}
    </p>
  )
}
