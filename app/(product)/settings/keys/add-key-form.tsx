'use client'

import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core'
import { isNotEmpty, useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { ShownOnce } from '@/app/components/shown-once.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { type Scope, scopes } from '@/domain/access/scopes.ts'
import { useFailureText } from '../use-failure-text.ts'

/** Name and scopes of a new key, and then its text, this one time. */
export function AddKeyForm(props: { readonly opened: boolean; readonly onClose: () => void }) {
  const t = useTranslations('access')
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const failureText = useFailureText()
  const form = useForm({
    initialValues: { name: '', scopes: ['transactions:write'] as Scope[] },
    validate: { name: isNotEmpty(t('form.required')), scopes: isNotEmpty(t('keys.scopesMissing')) },
  })
  const add = useMutation(
    trpc.keys.add.mutationOptions({
      onError: (error) => form.setFieldError('name', failureText(error).text),
      onSettled: () => queryClient.invalidateQueries(trpc.keys.list.queryFilter()),
      // The secret must not outlive the dialog in the page's memory.
      gcTime: 0,
    }),
  )
  const close = () => {
    form.reset()
    add.reset()
    props.onClose()
  }
  const made = add.data
  return (
    <Modal
      opened={props.opened}
      onClose={close}
      title={made ? t('keys.onceTitle') : t('keys.add')}
      closeOnClickOutside={!made}
      closeOnEscape={!made}
      withCloseButton={!made}
      closeButtonProps={{ 'aria-label': t('form.cancel') }}
    >
      {made ? (
        <ShownOnce label={t('keys.text')} description={t('keys.onceText')} text={made.key} onKept={close} />
      ) : (
        <form onSubmit={form.onSubmit((key) => add.mutate(key))} noValidate>
          <Stack gap="sm">
            <TextInput
              {...form.getInputProps('name')}
              label={t('keys.name')}
              description={t('keys.nameHint')}
              data-autofocus
            />
            <Checkbox.Group {...form.getInputProps('scopes')} label={t('keys.scopes')}>
              <Stack gap={6} mt={4}>
                {scopes.map((scope) => (
                  <Checkbox
                    key={scope}
                    value={scope}
                    label={scope}
                    description={t(`keys.scope.${scope.replace(':', '_')}`)}
                  />
                ))}
              </Stack>
            </Checkbox.Group>
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {t('form.cancel')}
              </Button>
              <Button type="submit" loading={add.isPending}>
                {t('keys.add')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  )
}
