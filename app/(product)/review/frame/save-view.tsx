'use client'

import { Alert, Button, Checkbox, Group, Modal, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import type { ReviewPage } from '@/domain/views/review-pages.ts'
import { useViewsChange } from './use-views-change.ts'

/** Keeps what the page shows now under a name. */
export function SaveView(props: { readonly page: ReviewPage; readonly onClose: () => void }) {
  const t = useTranslations('review-frame.views')
  const { run, pending, failure } = useViewsChange()
  const [name, setName] = useState('')
  const [team, setTeam] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const query = window.location.search.replace(/^\?/, '')
    const saved = await run(
      (views) => views.save.mutate({ page: props.page, query, name, team }),
      t('saved', { name }),
    )
    if (saved !== null) props.onClose()
  }
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('save')}
      closeButtonProps={{ 'aria-label': t('close') }}
      transitionProps={{ duration: 0 }}
    >
      <form onSubmit={(event) => void save(event)}>
        <TextInput
          label={t('name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={80}
          required
          data-autofocus
        />
        <Checkbox
          mt="sm"
          label={t('forTeam')}
          checked={team}
          onChange={(event) => setTeam(event.currentTarget.checked)}
        />
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
    </Modal>
  )
}
