'use client'

import { useTranslations } from 'next-intl'
import { Instant } from '@/app/components/instant.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { writeThreshold } from '@/app/thresholds/write-threshold.ts'
import { formatMoney } from '@/domain/format/format-money.ts'
import { formatPercent } from '@/domain/format/format-number.ts'
import { signals } from '@/domain/screening/signals.ts'
import type { Advice } from '@/server/what-if/what-if.ts'
import type { AdviceRequest } from './use-advice.ts'
import classes from './what-if.module.css'

/** A proposal in words that an auditor can follow: each threshold with what it adds to those before it, on either part. */
export function AdviceWords(props: {
  readonly advice: Pick<Advice, 'judgedFrom' | 'fitTotal' | 'judgeTotal'>
  readonly point: Advice['points'][number]
  readonly request: AdviceRequest
}) {
  const { advice, point, request } = props
  const t = useTranslations('what-if.advisor')
  const words = useTranslations('thresholds')
  const language = useLanguage()
  const money = (minor: number) => formatMoney(minor, request.currency, language)
  const part = (key: 'fit' | 'judge') =>
    t(`parts.${key}`, {
      asked: point[key].asked,
      share: formatPercent(point[key].share ?? 0, language, 2),
      caught: point[key].caught,
      money: money(point[key].caughtMinor),
    })
  return (
    <div>
      <p>
        {part('fit')} {part('judge')}{' '}
        {t('beside', { caught: point.amountAlone.caught, money: money(point.amountAlone.caughtMinor) })}
      </p>
      <ol>
        {point.rules.map((rule, place) => {
          const signal = signals[rule.signal]
          const values = {
            signal: signal.label[language],
            threshold: writeThreshold(rule.threshold, rule.signal, {
              language,
              currency: request.currency,
              words: words as never,
            }),
            amount: money(rule.minimumAmountMinor),
            asked: rule.adds.fit.asked,
            caught: rule.adds.fit.caught,
            laterAsked: rule.adds.judge.asked,
            laterCaught: rule.adds.judge.caught,
          }
          const comparison = signal.fires === 'atOrAbove' ? 'above' : 'below'
          return (
            <li key={place}>
              {t(saysMinimum(rule) ? `rule.${comparison}From` : `rule.${comparison}`, values)}{' '}
              {t('rule.adds', values)}
            </li>
          )
        })}
      </ol>
      <p className={classes.quiet}>
        {t('method', { fit: advice.fitTotal, judge: advice.judgeTotal })} {t('judgedFrom')}{' '}
        <Instant at={advice.judgedFrom} style="date" />.
      </p>
    </div>
  )
}

/** A minimum that a threshold of the amount reaches anyway says nothing. */
function saysMinimum({ signal, threshold, minimumAmountMinor }: Advice['points'][number]['rules'][number]) {
  return minimumAmountMinor > 0 && !(signal === 'amount' && minimumAmountMinor <= threshold)
}
