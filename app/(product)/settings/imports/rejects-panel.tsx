'use client'

import { Chip, Group } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { Count } from '@/app/components/count.tsx'
import { DataTable } from '@/app/components/data-table.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { NoData } from '@/app/components/states/no-data.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { rejectCodes } from '@/domain/imports/reject-reason.ts'
import type { ImportRun } from './import-run.ts'

/** The rows that one run did not keep, by reason, in the order of the file. */
export function RejectsPanel({ run }: { readonly run: ImportRun }) {
  const t = useTranslations('imports')
  const trpc = useTRPC()
  const [code, setCode] = useQueryState('reason', parseAsStringLiteral(rejectCodes))
  const rejects = useInfiniteQuery(
    trpc.imports.rejects.infiniteQueryOptions(
      { importId: run.importId, code: code ?? undefined },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  )
  const total = code === null ? run.rowsRejected : (run.rejects.find((one) => one.code === code)?.rows ?? 0)
  return (
    <Panel title={t('rejects', { file: run.fileName })}>
      <Chip.Group
        value={code ?? ''}
        onChange={(value) => void setCode(rejectCodes.find((one) => one === value) ?? null)}
      >
        <Group gap="xs" mb="sm">
          <Chip value="" size="xs">
            {t('all')} <Count value={run.rowsRejected} />
          </Chip>
          {run.rejects.map((one) => (
            <Chip key={one.code} value={one.code} size="xs">
              {t(`codes.${one.code}`)} <Count value={one.rows} />
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Answered query={rejects} what={t('notKept')} height={240}>
        {({ pages }) => (
          <DataTable
            label={t('rejects', { file: run.fileName })}
            rows={pages.flatMap((page) => page.items)}
            rowKey={(row) => `${row.line} ${row.code}`}
            total={total}
            onMore={rejects.hasNextPage ? () => void rejects.fetchNextPage() : undefined}
            isLoadingMore={rejects.isFetchingNextPage}
            empty={<NoData title={t('noRejects')} />}
            columns={[
              { key: 'line', header: t('line'), align: 'end', cell: (row) => <Count value={row.line} /> },
              { key: 'reason', header: t('reason'), cell: (row) => t(`codes.${row.code}`) },
              { key: 'detail', header: t('detail'), cell: (row) => row.reason },
              { key: 'excerpt', header: t('excerpt'), cell: (row) => <code>{row.excerpt}</code> },
            ]}
          />
        )}
      </Answered>
    </Panel>
  )
}
