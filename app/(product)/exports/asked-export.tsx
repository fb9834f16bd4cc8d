'use client'

import { Alert, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Answered } from '@/app/components/states/answered.tsx'
import type { AreaChange } from '@/app/components/use-area-change.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { type ExportQuestion, useExportName } from './describe-export.ts'

/** What a list that was too large for a page brought here: how many rows, and the button that has its file made. */
export function AskedExport(props: {
  readonly question: ExportQuestion
  readonly changing: AreaChange<'exports'>
}) {
  const t = useTranslations('exports')
  const trpc = useTRPC()
  const router = useRouter()
  const { question, changing } = props
  const name = useExportName()(question)
  const count = useQuery(trpc.exports.count.queryOptions(question))
  const make = async () => {
    const made = await changing.run((client) => client.request.mutate(question), t('asked'))
    if (made !== null) router.replace('/exports')
  }
  return (
    <Alert color="gray" title={name} mb="md">
      <Answered query={count} what={name} height={60}>
        {(rows) => (
          <>
            <p>{t('large', { rows })}</p>
            <Button disabled={changing.pending} onClick={() => void make()}>
              {t('make')}
            </Button>
          </>
        )}
      </Answered>
    </Alert>
  )
}
