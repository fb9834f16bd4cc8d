'use client'

import { useTranslations } from 'next-intl'
import { StateNote } from './state-note.tsx'

/** This part is for other roles; the rest of the page stays. */
export function Forbidden() {
  const t = useTranslations('components.states')
  return <StateNote icon="lock" role="status" title={t('forbidden')} text={t('forbiddenText')} />
}
