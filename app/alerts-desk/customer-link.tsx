'use client'

import { Button, CopyButton, Group, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Instant } from '@/app/components/instant.tsx'
import classes from './desk.module.css'
import { Refusal } from './refusal.tsx'
import { useAlertMove } from './use-alert-move.ts'
import type { AlertWork } from './use-alert-work.ts'

/** Makes a link on which the customer answers alone, to be copied into a message or opened on a tablet. */
export function CustomerLink({ work }: { readonly work: AlertWork }) {
  const t = useTranslations('alert-desk.link')
  const move = useAlertMove()
  const [made, setMade] = useState<{ readonly url: string; readonly expiresAt: number } | null>(null)
  const make = async () => {
    const done = await move.run(({ alertDesk }) => alertDesk.makeLink.mutate({ alertId: work.id }))
    if (done === null) return
    setMade({ url: new URL(done.answer.path, window.location.href).href, expiresAt: done.answer.expiresAt })
  }
  return (
    <>
      <Refusal move={move} />
      {made === null ? (
        <Button variant="default" onClick={() => void make()} loading={move.pending}>
          {t('make')}
        </Button>
      ) : (
        <>
          <Group gap="xs" align="end" wrap="nowrap">
            <TextInput
              value={made.url}
              readOnly
              label={t('text')}
              onFocus={(event) => event.currentTarget.select()}
              style={{ flex: 1, minWidth: 0 }}
            />
            <CopyButton value={made.url}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy} aria-live="polite">
                  {copied ? t('copied') : t('copy')}
                </Button>
              )}
            </CopyButton>
          </Group>
          <p className={classes.dimmed}>
            {t.rich('until', { when: () => <Instant at={made.expiresAt} style="dateTime" /> })}
          </p>
        </>
      )}
    </>
  )
}
