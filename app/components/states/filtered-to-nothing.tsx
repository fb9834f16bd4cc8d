'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { StateNote } from './state-note.tsx'

/** There is data, but none that matches: one press clears the filters. */
export function FilteredToNothing({ onClear }: { readonly onClear?: () => void }) {
  const t = useTranslations('components.states')
  return (
    <StateNote
      icon="filter"
      role="status"
      title={t('filteredToNothing')}
      text={t('filteredToNothingText')}
      action={
        onClear && (
          <Button variant="default" onClick={onClear}>
            {t('clearFilters')}
          </Button>
        )
      }
    />
  )
}
