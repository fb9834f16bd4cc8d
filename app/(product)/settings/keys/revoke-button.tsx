'use client'

import { Button, Group, Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { showNotice } from '@/app/components/notice/show-notice.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { useFailureText } from '../use-failure-text.ts'
import type { KeyRow } from './key-row.ts'

/** Revokes a key, after asking: it cannot be undone. */
export function RevokeButton({ row }: { readonly row: KeyRow }) {
  const t = useTranslations('access')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const failureText = useFailureText()
  const [asking, { open, close }] = useDisclosure(false)
  const revoke = useMutation(
    trpc.keys.revoke.mutationOptions({
      onError: (error) => showNotice({ message: failureText(error).text, color: 'red' }),
      onSettled: () => {
        close()
        return queryClient.invalidateQueries(trpc.keys.list.queryFilter())
      },
    }),
  )
  if (row.revokedAt !== null) return null
  return (
    <>
      <Button
        variant="default"
        size="compact-xs"
        onClick={open}
        aria-label={t('keys.revokeQuestion', { name: row.name })}
      >
        {t('keys.revoke')}
      </Button>
      <Modal
        opened={asking}
        onClose={close}
        title={t('keys.revokeQuestion', { name: row.name })}
        closeButtonProps={{ 'aria-label': t('form.cancel') }}
      >
        <p>{t('keys.revokeText')}</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
          <Button color="red" loading={revoke.isPending} onClick={() => revoke.mutate({ keyId: row.keyId })}>
            {t('keys.revoke')}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
