'use client'

import { formatMoney } from '@/domain/format/format-money.ts'
import { useLanguage } from './use-language.ts'

/** An amount in minor units with its currency; a dash for null. */
export function Money(props: { readonly amountMinor: number | null; readonly currency: string }) {
  const language = useLanguage()
  return <span className="wa-number">{formatMoney(props.amountMinor, props.currency, language)}</span>
}
