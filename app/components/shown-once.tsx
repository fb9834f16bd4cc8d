'use client'

import { Button, CopyButton, Group, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'

/** A key, a secret or a link that nobody can ever read again, shown until somebody says that they have kept it. */
export function ShownOnce(props: {
  readonly label: string
  readonly text: string
  /** Why it must be kept now. */
  readonly description?: string
  /** Without it, it stays until the page is left. */
  readonly onKept?: () => void
}) {
  const t = useTranslations('components.shownOnce')
  return (
    <>
      <TextInput
        value={props.text}
        readOnly
        label={props.label}
        description={props.description}
        onFocus={(event) => event.currentTarget.select()}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        data-autofocus
      />
      <Group justify="flex-end" mt="md">
        <CopyButton value={props.text}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy} aria-live="polite">
              {t(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </CopyButton>
        {props.onKept !== undefined && <Button onClick={props.onKept}>{t('done')}</Button>}
      </Group>
    </>
  )
}
