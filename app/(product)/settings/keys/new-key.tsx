'use client'

import { Button, CopyButton, Group, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'

/** The whole key, shown until somebody says that they have kept it. */
export function NewKey(props: { readonly text: string; readonly onKept: () => void }) {
  const t = useTranslations('access.keys')
  return (
    <>
      <TextInput
        value={props.text}
        readOnly
        label={t('text')}
        description={t('onceText')}
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
