'use client'

import { Alert, Button, Group, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Instant } from '@/app/components/instant.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { ReviewPage } from '@/domain/views/review-pages.ts'
import type { ViewRow } from '@/server/views/list-views.ts'
import classes from './frame.module.css'
import { useAreaChange } from '@/app/components/use-area-change.ts'

/** Which view the page begins with, what each was before, and taking own ones away or putting the present scope into them. */
export function ManageViews(props: {
  readonly page: ReviewPage
  readonly views: readonly ViewRow[]
  readonly onClose: () => void
}) {
  const t = useTranslations('review-frame.views')
  const mayWrite = useMay('views.write')
  const { run, pending, failure } = useAreaChange('views')
  const [history, setHistory] = useState<string | null>(null)
  const { page } = props
  const present = () => window.location.search.replace(/^\?/, '')
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('manage')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
      transitionProps={{ duration: 0 }}
    >
      {failure !== null && (
        <Alert mb="sm" color="red">
          {failure}
        </Alert>
      )}
      <ul className={classes.rows}>
        {props.views.map((view) => {
          const { viewId, name, query, team, mine, version, isDefault } = view
          return (
            <li key={viewId}>
              <Link href={query === '' ? page : `${page}?${query}`} onClick={props.onClose}>
                {name}
              </Link>
              <Group gap={4}>
                <Button
                  size="compact-xs"
                  variant="default"
                  disabled={pending}
                  aria-label={t(isDefault ? 'notDefaultOf' : 'makeDefaultOf', { name })}
                  onClick={() =>
                    void run((views) =>
                      views.chooseDefault.mutate({ page, viewId: isDefault ? null : viewId }),
                    )
                  }
                >
                  {t(isDefault ? 'notDefault' : 'makeDefault')}
                </Button>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-expanded={history === viewId}
                  aria-label={t('historyOf', { name })}
                  onClick={() => setHistory(history === viewId ? null : viewId)}
                >
                  {t('history')}
                </Button>
                {mine && mayWrite && (
                  <>
                    <Button
                      size="compact-xs"
                      variant="default"
                      disabled={pending}
                      aria-label={t('replaceOf', { name })}
                      onClick={() =>
                        void run(
                          (views) =>
                            views.change.mutate({
                              viewId,
                              expectedVersion: version,
                              name,
                              team,
                              query: present(),
                            }),
                          t('saved', { name }),
                        )
                      }
                    >
                      {t('replace')}
                    </Button>
                    <Button
                      size="compact-xs"
                      variant="default"
                      disabled={pending}
                      aria-label={t('removeOf', { name })}
                      onClick={() =>
                        void run((views) => views.remove.mutate({ viewId }), t('removed', { name }))
                      }
                    >
                      {t('remove')}
                    </Button>
                  </>
                )}
              </Group>
              {history === viewId && <Revisions page={page} view={view} onOpen={props.onClose} />}
            </li>
          )
        })}
      </ul>
    </Modal>
  )
}

function Revisions(props: {
  readonly page: ReviewPage
  readonly view: ViewRow
  readonly onOpen: () => void
}) {
  const t = useTranslations('review-frame.views')
  const trpc = useTRPC()
  const revisions = useQuery(trpc.views.revisions.queryOptions({ viewId: props.view.viewId }))
  return (
    <Answered query={revisions} height={60}>
      {(rows) => (
        <ul className={classes.rows} aria-label={t('historyOf', { name: props.view.name })}>
          {rows.map(({ version, name, query, byName, at }) => (
            <li key={version} className={classes.quiet}>
              <Link href={query === '' ? props.page : `${props.page}?${query}`} onClick={props.onOpen}>
                {t('revision', { version, name })}
              </Link>
              <span>
                {byName} · <Instant at={at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Answered>
  )
}
