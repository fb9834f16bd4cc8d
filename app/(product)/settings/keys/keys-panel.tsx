'use client'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PageHead } from '@/app/components/page-head.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { AddKeyForm } from './add-key-form.tsx'
import { KeysTable } from './keys-table.tsx'

/** The keys of other systems; who may write also makes and revokes them. */
export function KeysPanel() {
  const t = useTranslations('access.keys')
  const trpc = useTRPC()
  const mayChange = useMay('keys.write')
  const keys = useQuery(trpc.keys.list.queryOptions())
  const [adding, setAdding] = useState(false)
  return (
    <>
      <PageHead
        title={t('title')}
        text={t('lead')}
        actions={mayChange && <Button onClick={() => setAdding(true)}>{t('add')}</Button>}
      />
      <Answered query={keys} what={t('title')} height={200}>
        {(rows) => <KeysTable keys={rows} mayChange={mayChange} />}
      </Answered>
      <AddKeyForm opened={adding} onClose={() => setAdding(false)} />
    </>
  )
}
