'use client'

import { Alert, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PageHead } from '@/app/components/page-head.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { AlarmForm } from './alarm-form.tsx'
import type { AlarmRow } from './alarm-rows.ts'
import { AlarmsTable } from './alarms-table.tsx'
import { useAreaChange } from '@/app/components/use-area-change.ts'

/** Every watch over a figure: what it sees, what it holds it against, and what somebody does about it. */
export function AlarmsPanel() {
  const t = useTranslations('alarms')
  const trpc = useTRPC()
  const mayWrite = useMay('alarms.write')
  const alarms = useQuery(trpc.alarms.list.queryOptions(undefined, { refetchInterval: 30_000 }))
  const changing = useAreaChange('alarms')
  const [form, setForm] = useState<AlarmRow | 'new' | null>(null)
  return (
    <>
      <PageHead
        title={t('title')}
        text={t('lead')}
        actions={mayWrite && <Button onClick={() => setForm('new')}>{t('add')}</Button>}
      />
      {changing.failure !== null && (
        <Alert color="red" mb="md">
          {changing.failure}
        </Alert>
      )}
      <Answered query={alarms} what={t('title')} height={200}>
        {(rows) => <AlarmsTable alarms={rows} changing={changing} mayWrite={mayWrite} onEdit={setForm} />}
      </Answered>
      {form !== null && <AlarmForm alarm={form === 'new' ? null : form} onClose={() => setForm(null)} />}
    </>
  )
}
