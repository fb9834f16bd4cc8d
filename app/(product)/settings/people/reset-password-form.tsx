'use client'

import { Button, Group, Modal, PasswordInput } from '@mantine/core'
import { isNotEmpty, useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { showNotice } from '@/app/components/notice/show-notice.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { useFailureText } from '../use-failure-text.ts'
import type { PersonRow } from './person-row.ts'

/** Sets somebody's password anew. */
export function ResetPasswordForm(props: {
  readonly person: PersonRow
  readonly opened: boolean
  readonly onClose: () => void
}) {
  const t = useTranslations('access')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const failureText = useFailureText()
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: isNotEmpty(t('form.required')) },
  })
  const close = () => {
    form.reset()
    props.onClose()
  }
  const reset = useMutation(
    trpc.people.resetPassword.mutationOptions({
      onSuccess: () => {
        showNotice({ message: t('people.saved'), autoClose: 3_000 })
        close()
      },
      onError: (error) => form.setFieldError('password', failureText(error).text),
      onSettled: () => queryClient.invalidateQueries(trpc.people.list.queryFilter()),
    }),
  )
  const { personId, version, name } = props.person
  return (
    <Modal
      opened={props.opened}
      onClose={close}
      title={t('people.resetTitle', { name })}
      closeButtonProps={{ 'aria-label': t('form.cancel') }}
    >
      <form
        onSubmit={form.onSubmit(({ password }) => reset.mutate({ personId, version, password }))}
        noValidate
      >
        <p>{t('people.resetText')}</p>
        <PasswordInput
          {...form.getInputProps('password')}
          label={t('account.next')}
          description={t('people.passwordRule')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
          data-autofocus
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {t('form.cancel')}
          </Button>
          <Button type="submit" loading={reset.isPending}>
            {t('form.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
