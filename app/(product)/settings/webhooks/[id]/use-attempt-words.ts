'use client'

import { useTranslations } from 'next-intl'
import type { DeliveryFailure } from '@/domain/delivery/delivery-failure.ts'

/** What came of an attempt, in words, with the answer's status where there was one. */
export function useAttemptWords() {
  const t = useTranslations('webhooks')
  return (attempt: { readonly statusCode: number | null; readonly failure: DeliveryFailure | null }) => {
    const words = attempt.failure === null ? t('arrived') : t(`failure.${attempt.failure}`)
    return attempt.statusCode === null ? words : `${attempt.statusCode} · ${words}`
  }
}
