'use client'

import { Button, CopyButton, Group, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'

/** A signing secret, shown until somebody says that they have kept it. */
export function NewSecret(props: { readonly text: string; readonly onKept: () => void }) {
  const t = useTranslations('webhooks.secret')
  return (
    <>
      <TextInput
        value={props.text}
        readOnly
        label={t('text')}
        description={t('once')}
        onFocus={(event) => event.currentTarget.select()}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        data-autofocus
      />
      <Group justify="flex-end" mt="md">
        <CopyButton value={props.text}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy} aria-live="polite">
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={props.onKept}>{t('done')}</Button>
      </Group>
    </>
  )
}
