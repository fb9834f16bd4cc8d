'use client'

import { Tooltip } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { notApplicable } from '@/domain/format/locale.ts'

/** A dash with its reason; never shown for zero. */
export function NotApplicable({ reason }: { readonly reason?: string }) {
  const t = useTranslations('components.states')
  const words = reason ?? t('notApplicable')
  return (
    <Tooltip label={words}>
      <span role="img" aria-label={words} tabIndex={0}>
        {notApplicable}
      </span>
    </Tooltip>
  )
}
