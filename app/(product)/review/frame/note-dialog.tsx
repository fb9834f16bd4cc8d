'use client'

import { Button, Radio, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/app/components/form-dialog.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { useScope } from '@/app/components/scope/use-scope.ts'
import { useShell } from '@/app/components/shell/shell-context.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { instantOfWall, wallOfInstant } from '@/domain/time/wall-text.ts'
import type { ChartMarker } from '@/server/views/list-markers.ts'
import classes from './frame.module.css'
import { useAreaChange } from '@/app/components/use-area-change.ts'

const kinds = ['team', 'own', 'incident'] as const

/** What happened, when, and who shall see it; own notes of the period can be taken away. */
export function NoteDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('review-frame.notes')
  const trpc = useTRPC()
  const { organisation } = useShell()
  const { texts, scope } = useScope()
  const zone = scope.zone ?? organisation.zone
  const { run, pending, failure } = useAreaChange('views')
  const { data } = useQuery(trpc.views.markers.queryOptions({ scope: texts }))
  const [kind, setKind] = useState<(typeof kinds)[number]>('team')
  const [text, setText] = useState('')
  const [wall, setWall] = useState(() => wallOfInstant(Date.now(), zone))
  const save = async () => {
    const at = instantOfWall(wall, zone)
    if (at === null) return
    const saved = await run((views) => views.addNote.mutate({ kind, at, text }), t('saved'))
    if (saved !== null) onClose()
  }
  const mine = (data?.markers ?? []).filter((marker) => 'mine' in marker && marker.mine)
  return (
    <FormDialog
      title={t('label')}
      submit={t('keep')}
      pending={pending}
      failure={failure}
      onSubmit={() => void save()}
      onClose={onClose}
      after={mine.length > 0 && <OwnNotes notes={mine} />}
    >
      <Textarea
        label={t('text')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        maxLength={300}
        required
        autosize
        minRows={2}
        data-autofocus
      />
      <TextInput
        type="datetime-local"
        mt="sm"
        label={t('at', { zone })}
        value={wall}
        onChange={(event) => setWall(event.currentTarget.value)}
        required
      />
      <Radio.Group
        mt="sm"
        label={t('who')}
        value={kind}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? 'team')}
      >
        {kinds.map((value) => (
          <Radio key={value} mt={6} value={value} label={t(`kinds.${value}`)} />
        ))}
      </Radio.Group>
    </FormDialog>
  )
}

function OwnNotes({ notes }: { readonly notes: readonly ChartMarker[] }) {
  const t = useTranslations('review-frame.notes')
  const { run, pending } = useAreaChange('views')
  return (
    <>
      <h3>{t('mine')}</h3>
      <ul className={classes.rows}>
        {notes.map((marker) => (
          <li key={marker.id}>
            <span>
              {'text' in marker ? marker.text : ''}{' '}
              <span className={classes.quiet}>
                <Instant at={marker.at} />
              </span>
            </span>
            <Button
              size="compact-xs"
              variant="default"
              disabled={pending}
              onClick={() => void run((views) => views.removeNote.mutate({ noteId: marker.id }))}
            >
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
