'use client'

import { Alert, Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Duration } from '@/app/components/duration.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { DeskName } from './desk-name.tsx'
import type { CaseDetail, CaseHandoff } from './use-case.ts'
import { useCaseMove } from './use-case-move.ts'

/** Every handoff of the case: who to whom, how long each part took, how it ended, and whether the customer had to repeat themselves. */
export function Handoffs({ detail }: { readonly detail: CaseDetail }) {
  const t = useTranslations('cases')
  const mayWork = useMay('cases.work')
  const move = useCaseMove()
  if (detail.handoffs.length === 0) return null
  const mayFlag = mayWork && detail.status === 'open' && detail.source !== 'import'
  const flag = ({ id: handoffId }: CaseHandoff) =>
    void move.run(({ cases }) =>
      cases.flagAskedAgain.mutate({ caseId: detail.id, version: detail.version, handoffId }),
    )
  const ending = (handoff: CaseHandoff) => {
    const reason = handoff.declineReason === null ? '' : t(`decline.${handoff.declineReason}`)
    const key = `handoffs.states.${handoff.state}`
    return t.has(key) ? t(key, { reason }) : handoff.state
  }
  return (
    <Panel title={t('handoffs.title')}>
      {move.failure !== null && (
        <Alert color="red" role="alert" variant="light">
          {move.failure}
        </Alert>
      )}
      <DataTable
        label={t('handoffs.title')}
        rows={detail.handoffs}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'route',
            header: t('handoff.route'),
            cell: ({ fromDesk, toDesk }) => (
              <>
                <DeskName desk={fromDesk} /> → <DeskName desk={toDesk} />
              </>
            ),
          },
          { key: 'mode', header: t('handOver.mode'), cell: ({ mode }) => t(`mode.${mode}`) },
          {
            key: 'offered',
            header: t('handoff.offeredAt'),
            cell: ({ offeredAt }) => <Instant at={offeredAt.getTime()} />,
          },
          {
            key: 'accepted',
            header: t('handoffs.accepted'),
            align: 'end',
            cell: ({ acceptedAt, acceptanceMs }) => (
              <Duration ms={acceptedAt === null ? null : acceptanceMs} />
            ),
          },
          {
            key: 'gap',
            header: t('handoffs.gap'),
            align: 'end',
            cell: (handoff) =>
              handoff.servedKnown ? <Duration ms={gapMs(handoff)} /> : t('handoffs.notKnown'),
          },
          { key: 'state', header: t('handoffs.state'), cell: ending },
          {
            key: 'asked',
            header: t('handoffs.brief'),
            cell: (handoff) =>
              handoff.askedAgain ? (
                t('handoffs.yes')
              ) : mayFlag && (handoff.state === 'accepted' || handoff.state === 'served') ? (
                <Button
                  variant="default"
                  size="compact-xs"
                  loading={move.pending}
                  onClick={() => flag(handoff)}
                >
                  {t('handoff.askedAgain')}
                </Button>
              ) : (
                '—'
              ),
          },
        ]}
      />
    </Panel>
  )
}

/** From being let go to being served, never below zero; null while either has not happened. */
function gapMs({ releasedAt, servedAt }: CaseHandoff): number | null {
  if (releasedAt === null || servedAt === null) return null
  return Math.max(0, servedAt.getTime() - releasedAt.getTime())
}
