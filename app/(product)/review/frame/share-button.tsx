'use client'

import { Button } from '@mantine/core'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Icon } from '@/app/components/line-icon.tsx'
import type { ReviewPage } from '@/domain/views/review-pages.ts'

const ShareDialog = dynamic(() => import('./share-dialog.tsx').then(({ ShareDialog }) => ShareDialog), {
  ssr: false,
})

/** A link to the page with its dates pinned, and the own links that still open. */
export function ShareButton({ page, query }: { readonly page: ReviewPage; readonly query: string }) {
  const t = useTranslations('review-frame.share')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<Icon name="link" size={14} />}
        onClick={() => setOpen(true)}
      >
        {t('label')}
      </Button>
      {open && <ShareDialog page={page} query={query} onClose={() => setOpen(false)} />}
    </>
  )
}
