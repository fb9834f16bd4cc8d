'use client'

import { Button, Group, Modal, NativeSelect, PasswordInput, Stack, TextInput } from '@mantine/core'
import { isEmail, isNotEmpty, useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { showNotice } from '@/app/components/notice/show-notice.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { type Role, roles } from '@/domain/access/roles.ts'
import { type Language, languages } from '@/domain/language/language.ts'
import { useFailureText } from '../use-failure-text.ts'

const empty = { name: '', email: '', role: 'staff' as Role, language: 'en' as Language, password: '' }

/** A new person; what the server refuses is said at the field that it concerns. */
export function AddPersonForm(props: { readonly opened: boolean; readonly onClose: () => void }) {
  const t = useTranslations('access')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const failureText = useFailureText()
  const form = useForm({
    initialValues: empty,
    validate: {
      name: isNotEmpty(t('form.required')),
      email: isEmail(t('failures.email')),
      password: isNotEmpty(t('form.required')),
    },
  })
  const close = () => {
    form.reset()
    props.onClose()
  }
  const add = useMutation(
    trpc.people.add.mutationOptions({
      onSuccess: (_answer, { name }) => {
        showNotice({ message: t('people.added', { name }), autoClose: 5_000 })
        close()
      },
      onError: (error) => {
        const { field, text } = failureText(error)
        form.setFieldError(field !== null && field in empty ? field : 'name', text)
      },
      onSettled: () => queryClient.invalidateQueries(trpc.people.list.queryFilter()),
    }),
  )
  return (
    <Modal
      opened={props.opened}
      onClose={close}
      title={t('people.add')}
      closeButtonProps={{ 'aria-label': t('form.cancel') }}
    >
      <form onSubmit={form.onSubmit((person) => add.mutate(person))} noValidate>
        <Stack gap="sm">
          <TextInput
            {...form.getInputProps('name')}
            label={t('people.name')}
            autoComplete="off"
            data-autofocus
          />
          <TextInput
            {...form.getInputProps('email')}
            label={t('people.email')}
            type="email"
            autoComplete="off"
          />
          <NativeSelect
            {...form.getInputProps('role')}
            label={t('people.role')}
            data={roles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
          />
          <NativeSelect
            {...form.getInputProps('language')}
            label={t('people.language')}
            data={languages.map((language) => ({ value: language, label: t(`languages.${language}`) }))}
          />
          <PasswordInput
            {...form.getInputProps('password')}
            label={t('people.initialPassword')}
            description={t('people.passwordRule')}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {t('people.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
