'use client'

import { useTranslations } from 'next-intl'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatMoney } from '@/domain/format/format-money.ts'
import { minorDigits } from '@/domain/screening/minor-digits.ts'
import classes from './thresholds.module.css'

const shownAtMost = 6

/**
 * What an amount without a currency comes to in each: the same number of smallest units, converted by nothing. `amountMinor` null: the rule
 * does not fire there.
 */
export function AmountMeaning(props: {
  readonly amountMinor: number | null
  /** Those that occur, the most used first. */
  readonly currencies: readonly string[]
}) {
  const t = useTranslations('thresholds')
  const language = useLanguage()
  const known = props.currencies.filter((currency) => minorDigits(currency) !== null).slice(0, shownAtMost)
  if (props.amountMinor === null) return <p className={classes.quiet}>{t('amountNever')}</p>
  const amount = Math.round(props.amountMinor)
  return (
    <p className={classes.quiet}>
      {known.length === 0
        ? t('amountUnconverted')
        : t('amountMeans', {
            list: known.map((currency) => formatMoney(amount, currency, language)).join(' · '),
          })}
    </p>
  )
}
