'use client'

import { useTranslations } from 'next-intl'
import { useShell } from '@/app/components/shell/shell-context.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatInstant } from '@/domain/format/format-instant.ts'
import type { AlertWork } from './use-alert-work.ts'

/** Why the customer does not count as unreachable yet, in words; `null` when they do. */
export function useUnreachableHint({ owed }: Pick<AlertWork, 'owed'>): string | null {
  const t = useTranslations('alert-desk.outcome')
  const language = useLanguage()
  const { organisation } = useShell()
  if (owed.enough) return null
  if (owed.made < owed.needed) return t('attemptsOwed', { made: owed.made, needed: owed.needed })
  return t('notBefore', { time: formatInstant(owed.notBefore, organisation.zone, language) })
}
