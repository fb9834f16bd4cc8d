'use client'

import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Icon } from '@/app/components/line-icon.tsx'

const NoteDialog = dynamic(() => import('./note-dialog.tsx').then(({ NoteDialog }) => NoteDialog), {
  ssr: false,
})

/** A note on all charts: what happened, when, and who shall see it; own notes of the period can be taken away. */
export function NoteButton() {
  const t = useTranslations('review-frame.notes')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<Icon name="marker" size={14} />}
        onClick={() => setOpen(true)}
      >
        {t('label')}
      </Button>
      {open && <NoteDialog onClose={() => setOpen(false)} />}
    </>
  )
}
