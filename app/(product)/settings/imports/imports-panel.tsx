'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { parseAsString, useQueryState } from 'nuqs'
import { PageHead } from '@/app/components/page-head.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { CasesPanel } from './cases-panel.tsx'
import { RejectsPanel } from './rejects-panel.tsx'
import { RunsTable } from './runs-table.tsx'

const refreshMs = 15_000

/** What was brought in from files; the run in the URL shows the rows that it did not keep. */
export function ImportsPanel() {
  const t = useTranslations('imports')
  const trpc = useTRPC()
  const [runId] = useQueryState('run', parseAsString)
  const runs = useQuery({
    ...trpc.imports.list.queryOptions(),
    refetchInterval: ({ state }) =>
      state.data?.some(({ status }) => status === 'running') === true ? refreshMs : false,
  })
  return (
    <>
      <PageHead title={t('title')} text={t('lead')} />
      <Answered query={runs} what={t('title')} height={200}>
        {(all) => {
          const chosen = all.find(({ importId }) => importId === runId)
          return (
            <>
              <RunsTable runs={all} />
              {chosen !== undefined && chosen.cases !== null && (
                <CasesPanel run={chosen} cases={chosen.cases} />
              )}
              {chosen !== undefined && <RejectsPanel run={chosen} />}
            </>
          )
        }}
      </Answered>
    </>
  )
}
