'use client'

import { Alert, Button, Group, Modal, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Instant } from '@/app/components/instant.tsx'
import { ShownOnce } from '@/app/components/shown-once.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { ReviewPage } from '@/domain/views/review-pages.ts'
import classes from './frame.module.css'
import { useAreaChange } from '@/app/components/use-area-change.ts'

const choices = [1, 7, 30, 90] as const

/** A new link, and the own ones that still open. */
export function ShareDialog(props: {
  readonly page: ReviewPage
  readonly query: string
  readonly onClose: () => void
}) {
  const t = useTranslations('review-frame.share')
  const trpc = useTRPC()
  const { run, pending, failure } = useAreaChange('views')
  const [days, setDays] = useState<(typeof choices)[number]>(7)
  const [address, setAddress] = useState<string | null>(null)
  const { data: links = [] } = useQuery(trpc.views.links.queryOptions())
  const make = async () => {
    const made = await run((views) => views.share.mutate({ page: props.page, query: props.query, days }))
    if (made !== null) setAddress(new URL(made.answer.path, window.location.origin).href)
  }
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('label')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
      transitionProps={{ duration: 0 }}
    >
      <p>{t('text')}</p>
      <Group align="flex-end">
        <NativeSelect
          label={t('days')}
          value={String(days)}
          data={choices.map((value) => ({ value: String(value), label: t('forDays', { count: value }) }))}
          onChange={(event) =>
            setDays(choices.find((value) => String(value) === event.currentTarget.value) ?? 7)
          }
        />
        <Button onClick={() => void make()} loading={pending}>
          {t('make')}
        </Button>
      </Group>
      {failure !== null && (
        <Alert mt="sm" color="red">
          {failure}
        </Alert>
      )}
      {address !== null && <ShownOnce label={t('address')} text={address} onKept={() => setAddress(null)} />}
      {links.length > 0 && (
        <>
          <h3>{t('open')}</h3>
          <ul className={classes.rows}>
            {links.map(({ linkId, page, query, expiresAt }) => (
              <li key={linkId}>
                <Link
                  className={classes.address}
                  href={`${page}?${query}`}
                  onClick={props.onClose}
                >{`${page}?${query}`}</Link>
                <Group gap={8}>
                  <span className={classes.quiet}>
                    {t.rich('until', { time: () => <Instant at={expiresAt} /> })}
                  </span>
                  <Button
                    size="compact-xs"
                    variant="default"
                    disabled={pending}
                    onClick={() => void run((views) => views.revokeLink.mutate({ linkId }), t('revoked'))}
                  >
                    {t('revoke')}
                  </Button>
                </Group>
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  )
}
