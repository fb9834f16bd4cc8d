'use client'

import { Alert } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { PageHead } from '@/app/components/page-head.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useAreaChange } from '@/app/components/use-area-change.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { AskedExport } from './asked-export.tsx'
import type { ExportQuestion } from './describe-export.ts'
import { ExportsTable } from './exports-table.tsx'

/** How often the list is asked for while a file is on its way. */
const againMs = 1_000

/** One's own files: how far each is, to stop, to begin again and to take along. */
export function MyExports({ asked }: { readonly asked: ExportQuestion | null }) {
  const t = useTranslations('exports')
  const trpc = useTRPC()
  const changing = useAreaChange('exports')
  const exports = useQuery({
    ...trpc.exports.list.queryOptions(),
    refetchInterval: ({ state }) =>
      state.data?.some(({ status }) => status === 'waiting' || status === 'running') ? againMs : false,
  })
  return (
    <>
      <PageHead title={t('title')} text={t('lead')} />
      {changing.failure !== null && (
        <Alert color="red" mb="md">
          {changing.failure}
        </Alert>
      )}
      {asked !== null && <AskedExport question={asked} changing={changing} />}
      <Answered query={exports} what={t('title')} height={160}>
        {(rows) => <ExportsTable rows={rows} changing={changing} />}
      </Answered>
    </>
  )
}
