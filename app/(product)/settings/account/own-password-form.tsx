'use client'

import { Button, PasswordInput, Stack } from '@mantine/core'
import { isNotEmpty, useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { showNotice } from '@/app/components/notice/show-notice.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { useFailureText } from '../use-failure-text.ts'

/** The own password, changed with the current one. */
export function OwnPasswordForm({ email }: { readonly email: string }) {
  const t = useTranslations('access')
  const trpc = useTRPC()
  const failureText = useFailureText()
  const form = useForm({
    initialValues: { current: '', next: '' },
    validate: { current: isNotEmpty(t('form.required')), next: isNotEmpty(t('form.required')) },
  })
  const change = useMutation(
    trpc.preferences.changePassword.mutationOptions({
      onSuccess: () => {
        form.reset()
        showNotice({ message: t('account.saved') })
      },
      onError: (error) => {
        const { field, text } = failureText(error)
        form.setFieldError(field === 'next' ? 'next' : 'current', text)
      },
    }),
  )
  return (
    <form onSubmit={form.onSubmit((values) => change.mutate(values))} noValidate>
      <Stack gap="sm" maw={360}>
        <p style={{ margin: 0 }}>{t('account.passwordText')}</p>
        {/* For password keepers: whose password it is. */}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <PasswordInput
          {...form.getInputProps('current')}
          label={t('account.current')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
        />
        <PasswordInput
          {...form.getInputProps('next')}
          label={t('account.next')}
          description={t('people.passwordRule')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
        />
        <Button type="submit" loading={change.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('account.save')}
        </Button>
      </Stack>
    </form>
  )
}
