'use client'

import { Button, Group, Modal } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { PersonRow } from './person-row.ts'
import { ResetPasswordForm } from './reset-password-form.tsx'
import { usePeopleChanges } from './use-people-changes.ts'

/** Disable (asked first), enable, and set a new password. */
export function PersonActions({ person }: { readonly person: PersonRow }) {
  const t = useTranslations('access')
  const { disable, enable } = usePeopleChanges()
  const [asking, setAsking] = useState<'disable' | 'reset' | null>(null)
  const { personId, version } = person
  const close = () => setAsking(null)
  return (
    <Group gap={4}>
      {person.status === 'active' ? (
        <Button variant="default" size="compact-xs" onClick={() => setAsking('disable')}>
          {t('people.disable')}
        </Button>
      ) : (
        <Button
          variant="default"
          size="compact-xs"
          loading={enable.isPending}
          onClick={() => enable.mutate({ personId, version })}
        >
          {t('people.enable')}
        </Button>
      )}
      <Button variant="default" size="compact-xs" onClick={() => setAsking('reset')}>
        {t('people.resetPassword')}
      </Button>
      <Modal
        opened={asking === 'disable'}
        onClose={close}
        title={t('people.disableQuestion', { name: person.name })}
        closeButtonProps={{ 'aria-label': t('form.cancel') }}
      >
        <p>{t('people.disableText')}</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
          <Button
            color="red"
            loading={disable.isPending}
            onClick={() => disable.mutate({ personId, version }, { onSettled: close })}
          >
            {t('people.disable')}
          </Button>
        </Group>
      </Modal>
      <ResetPasswordForm person={person} opened={asking === 'reset'} onClose={close} />
    </Group>
  )
}
