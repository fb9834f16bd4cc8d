'use client'

import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/app/components/form-dialog.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useShell } from '@/app/components/shell/shell-context.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { endOfLocalDate } from './end-of-local-date.ts'
import { useCaseMove } from './use-case-move.ts'

/** My work > Being away: whether the person takes work, and who keeps their promises while they do not. */
export function PresencePanel() {
  const t = useTranslations('cases')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const move = useCaseMove()
  const presence = useQuery(trpc.cases.presence.queryOptions())
  const [going, setGoing] = useState(false)
  const back = async () => {
    const here = { state: 'here', until: null, coveredBy: null, note: null } as const
    await move.run(({ cases }) => cases.setPresence.mutate(here))
    await queryClient.invalidateQueries(trpc.alertDesk.pathFilter())
  }
  return (
    <Panel
      title={t('presence.title')}
      actions={
        presence.data === undefined ? undefined : presence.data === null ? (
          <Button variant="default" onClick={() => setGoing(true)}>
            {t('presence.go')}
          </Button>
        ) : (
          <Button loading={move.pending} onClick={() => void back()}>
            {t('presence.back')}
          </Button>
        )
      }
    >
      <Answered query={presence} what={t('presence.title')} height={24}>
        {(absence) =>
          absence === null ? (
            <p>{t('presence.here')}</p>
          ) : (
            <p>
              <strong>
                {absence.until === null
                  ? t('presence.away')
                  : t.rich('presence.awayUntil', { time: () => <Instant at={absence.until} /> })}
              </strong>{' '}
              {absence.coveredByName === null
                ? t('presence.nobody')
                : t('presence.coveredBy', { name: absence.coveredByName })}
            </p>
          )
        }
      </Answered>
      <AwayForm opened={going} onClose={() => setGoing(false)} />
    </Panel>
  )
}

function AwayForm({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const t = useTranslations('cases')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { organisation } = useShell()
  const move = useCaseMove()
  const colleagues = useQuery(trpc.cases.colleagues.queryOptions(undefined, { enabled: opened }))
  const [coveredBy, setCoveredBy] = useState<string | null>(null)
  const [date, setDate] = useState('')
  // Whoever is first in the list is proposed, so that going away without cover is a choice and not an oversight.
  const chosen = coveredBy ?? colleagues.data?.[0]?.id ?? ''
  const submit = async () => {
    const done = await move.run(({ cases }) =>
      cases.setPresence.mutate({
        ...{ state: 'away', note: null },
        until: date === '' ? null : endOfLocalDate(date, organisation.zone),
        coveredBy: chosen === '' ? null : chosen,
      }),
    )
    await queryClient.invalidateQueries(trpc.alertDesk.pathFilter())
    if (done) onClose()
  }
  return (
    <FormDialog
      gap="sm"
      title={t('presence.go')}
      opened={opened}
      onClose={onClose}
      onSubmit={() => void submit()}
      pending={move.pending}
      failure={move.failure}
      submit={t('presence.go')}
    >
      <NativeSelect
        label={t('presence.who')}
        description={t('presence.coverText')}
        value={chosen}
        onChange={(event) => setCoveredBy(event.currentTarget.value)}
        data={[
          ...(colleagues.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
          { value: '', label: t('presence.choose') },
        ]}
        data-autofocus
      />
      <Group grow>
        <TextInput
          type="date"
          label={t('presence.until')}
          description={t('presence.untilText')}
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
      </Group>
    </FormDialog>
  )
}
