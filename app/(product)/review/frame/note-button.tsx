'use client'

import { Alert, Button, Group, Modal, Radio, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Instant } from '@/app/components/instant.tsx'
import { Icon } from '@/app/components/line-icon.tsx'
import { useScope } from '@/app/components/scope/use-scope.ts'
import { useShell } from '@/app/components/shell/shell-context.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { instantOfWall, wallOfInstant } from '@/domain/time/wall-text.ts'
import classes from './frame.module.css'
import { useViewsChange } from './use-views-change.ts'

const kinds = ['team', 'own', 'incident'] as const

/** A note on all charts: what happened, when, and who shall see it; own notes of the period can be taken away. */
export function NoteButton() {
  const t = useTranslations('review-frame.notes')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<Icon name="marker" size={14} />}
        onClick={() => setOpen(true)}
      >
        {t('label')}
      </Button>
      {open && <NoteDialog onClose={() => setOpen(false)} />}
    </>
  )
}

function NoteDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('review-frame.notes')
  const trpc = useTRPC()
  const { organisation } = useShell()
  const { texts, scope } = useScope()
  const zone = scope.zone ?? organisation.zone
  const { run, pending, failure } = useViewsChange()
  const { data } = useQuery(trpc.views.markers.queryOptions({ scope: texts }))
  const [kind, setKind] = useState<(typeof kinds)[number]>('team')
  const [text, setText] = useState('')
  const [wall, setWall] = useState(() => wallOfInstant(Date.now(), zone))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const at = instantOfWall(wall, zone)
    if (at === null) return
    const saved = await run((views) => views.addNote.mutate({ kind, at, text }), t('saved'))
    if (saved !== null) onClose()
  }
  const mine = (data?.markers ?? []).filter((marker) => 'mine' in marker && marker.mine)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('label')}
      closeButtonProps={{ 'aria-label': t('close') }}
      transitionProps={{ duration: 0 }}
    >
      <form onSubmit={(event) => void save(event)}>
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
        {failure !== null && (
          <Alert mt="sm" color="red">
            {failure}
          </Alert>
        )}
        <Group mt="md" justify="flex-end">
          <Button type="submit" loading={pending}>
            {t('keep')}
          </Button>
        </Group>
      </form>
      {mine.length > 0 && (
        <>
          <h3>{t('mine')}</h3>
          <ul className={classes.rows}>
            {mine.map((marker) => (
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
      )}
    </Modal>
  )
}
