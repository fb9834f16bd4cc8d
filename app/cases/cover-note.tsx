'use client'

import { Alert, Button, Group } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Instant } from '@/app/components/instant.tsx'
import { useMay, useShell } from '@/app/components/shell/shell-context.tsx'
import { contactChannels } from './contact-channels.ts'
import type { CaseDetail } from './use-case.ts'
import { type CaseMove, useCaseMove } from './use-case-move.ts'

/**
 * What a reader must know when the owner is away: who covers. The colleague takes the case with its promises, and then tells the
 * customer their own name, which is recorded as a contact.
 */
export function CoverNote({ detail }: { readonly detail: CaseDetail }) {
  const { person } = useShell()
  const mayWork = useMay('cases.work')
  const move = useCaseMove()
  if (detail.status !== 'open') return null
  if (detail.ownerAway !== null) return <Away detail={detail} move={move} mayWork={mayWork} />
  return mayWork && detail.ownerId === person.personId && tookOverUntold(detail) ? (
    <TellCustomer detail={detail} move={move} />
  ) : null
}

function Away(props: { readonly detail: CaseDetail; readonly move: CaseMove; readonly mayWork: boolean }) {
  const { detail, move } = props
  const t = useTranslations('cases')
  const { person } = useShell()
  const away = detail.ownerAway!
  const owner = (detail.ownerId !== null && detail.people[detail.ownerId]) || '—'
  const mine = away.coveredBy === person.personId
  return (
    <Alert color="yellow" variant="light" role="status" mt="sm">
      <p>
        <strong>{t('cover.away', { owner })}</strong>{' '}
        {away.until !== null && t.rich('cover.until', { time: () => <Instant at={away.until} /> })}{' '}
        {mine
          ? t('cover.youCover')
          : away.coveredByName === null
            ? t('cover.nobodyCovers')
            : t('cover.otherCovers', { name: away.coveredByName })}
      </p>
      {mine && props.mayWork && (
        <Button
          loading={move.pending}
          onClick={() =>
            void move.run(({ cases }) => cases.take.mutate({ caseId: detail.id, version: detail.version }))
          }
        >
          {t('cover.take')}
        </Button>
      )}
    </Alert>
  )
}

function TellCustomer({ detail, move }: { readonly detail: CaseDetail; readonly move: CaseMove }) {
  const t = useTranslations('cases')
  const { person } = useShell()
  const promise = detail.promises.find(({ state }) => state === 'open')
  const words = t('cover.say', {
    name: person.name,
    promise: promise ? t('cover.sayPromise', { text: promise.text }) : '',
  })
  const channel = contactChannels.find((one) => one === detail.channel) ?? 'phone'
  const told = () =>
    void move.run(({ cases }) =>
      cases.recordContact.mutate({
        ...{ caseId: detail.id, version: detail.version },
        contact: {
          ...{ direction: 'out', channel, twoWay: true, substantive: false },
          text: words,
        },
        // Being told who is there now keeps what was promised, and it was said that the promise stays: it goes on with its time.
        next:
          promise && promise.dueAt.getTime() > Date.now()
            ? { dueAt: promise.dueAt.getTime(), text: promise.text }
            : null,
      }),
    )
  return (
    <Alert color="accent" variant="light" title={t('cover.tell')} mt="sm">
      <p>{words}</p>
      <Group>
        <Button loading={move.pending} onClick={told}>
          {t('cover.told')}
        </Button>
      </Group>
    </Alert>
  )
}

/** Whether the last change of owner was a cover, and nobody has spoken with the customer since. */
function tookOverUntold({ events }: CaseDetail): boolean {
  const changed = events.findLast(({ type }) => type === 'owner.changed')
  if ((changed?.payload as { reason?: string } | undefined)?.reason !== 'cover') return false
  return !events.some(({ type, seq }) => type === 'contact.made' && seq > changed!.seq)
}
