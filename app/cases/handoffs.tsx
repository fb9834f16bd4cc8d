'use client'

import { Alert, Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Duration } from '@/app/components/duration.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import classes from './cases.module.css'
import { DeskName } from './desk-name.tsx'
import type { CaseDetail, CaseHandoff } from './use-case.ts'
import { useCaseMove } from './use-case-move.ts'

/** Every handoff of the case: who to whom, how it ended, how long each part took, and whether the customer had to repeat themselves. */
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
  return (
    <Panel title={t('handoffs.title')}>
      {move.failure !== null && (
        <Alert color="red" role="alert" variant="light">
          {move.failure}
        </Alert>
      )}
      <ol className={classes.timeline}>
        {detail.handoffs.toReversed().map((handoff) => (
          <li key={handoff.id}>
            <Instant at={handoff.offeredAt.getTime()} />
            <div>
              <strong>
                <DeskName desk={handoff.fromDesk} /> → <DeskName desk={handoff.toDesk} />
              </strong>
              <span className={classes.dimmed}> · {t(`mode.${handoff.mode}`)}</span>
              <Ending handoff={handoff} />
              {handoff.askedAgain && <p>{t('handoffs.brief')}</p>}
              {mayFlag &&
                !handoff.askedAgain &&
                detail.myDesks.includes(handoff.toDesk) &&
                handoff.state === 'served' && (
                  <Button
                    variant="default"
                    size="compact-xs"
                    mt={4}
                    loading={move.pending}
                    onClick={() => flag(handoff)}
                  >
                    {t('handoff.askedAgain')}
                  </Button>
                )}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

/** How the handoff ended, and how long it waited to be accepted and then served. */
function Ending({ handoff }: { readonly handoff: CaseHandoff }) {
  const t = useTranslations('cases')
  const { acceptedAt, acceptanceMs, declineReason, servedKnown } = handoff
  const key = `handoffs.states.${handoff.mode === 'onBehalf' ? askedState(handoff.state) : handoff.state}`
  const reason = declineReason === null ? '' : t(`decline.${declineReason}`)
  const gap = gapMs(handoff)
  return (
    <p>
      {t.has(key) ? t(key, { reason }) : handoff.state}
      {acceptedAt !== null && (
        <>
          {' · '}
          {t('handoffs.accepted')} <Duration ms={acceptanceMs} />
        </>
      )}
      {servedKnown && gap !== null && (
        <>
          {' · '}
          {t('handoffs.gap')} <Duration ms={gap} />
        </>
      )}
    </p>
  )
}

/** Of whoever was only asked: the customer stays where they are, and nobody serves them there. */
function askedState(state: string): string {
  if (state === 'accepted') return 'asked'
  return state === 'served' ? 'answered' : state
}

/** From being let go to being served, never below zero; null while either has not happened. */
function gapMs({ releasedAt, servedAt }: CaseHandoff): number | null {
  if (releasedAt === null || servedAt === null) return null
  return Math.max(0, servedAt.getTime() - releasedAt.getTime())
}
