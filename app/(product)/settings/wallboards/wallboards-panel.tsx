'use client'

import { Alert, Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { PageHead } from '@/app/components/page-head.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { ShownOnce } from '@/app/components/shown-once.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { NoData } from '@/app/components/states/no-data.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC, useTRPCClient } from '@/app/trpc/client.tsx'
import { languages } from '@/domain/language/language.ts'

const ownNames = { en: 'English', pl: 'Polski', ru: 'Русский' } as const

/** The screens that may show Now, and making and ending their links. */
export function WallboardsPanel() {
  const t = useTranslations('wallboards')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queryClient = useQueryClient()
  const screens = useQuery(trpc.views.wallboards.queryOptions())
  const [name, setName] = useState('')
  const [language, setLanguage] = useState(useLanguage())
  const [address, setAddress] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const change = async (work: () => Promise<void>) => {
    setFailed(false)
    try {
      await work()
    } catch {
      setFailed(true)
    } finally {
      await queryClient.invalidateQueries(trpc.views.pathFilter())
    }
  }
  const make = (event: FormEvent) => {
    event.preventDefault()
    void change(async () => {
      const { path } = await client.views.addWallboard.mutate({ name, language })
      setAddress(new URL(path, window.location.origin).href)
      setName('')
    })
  }
  return (
    <>
      <PageHead title={t('title')} text={t('lead')} />
      {failed && (
        <Alert color="red" mb="md">
          {t('failed')}
        </Alert>
      )}
      <Panel title={t('new')}>
        <form onSubmit={make}>
          <Group align="flex-end">
            <TextInput
              label={t('name')}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              required
              maxLength={80}
            />
            <NativeSelect
              label={t('language')}
              value={language}
              data={languages.map((value) => ({ value, label: ownNames[value] }))}
              onChange={(event) =>
                setLanguage(languages.find((one) => one === event.currentTarget.value) ?? 'en')
              }
            />
            <Button type="submit">{t('make')}</Button>
          </Group>
        </form>
        {address !== null && (
          <ShownOnce label={t('address')} text={address} onKept={() => setAddress(null)} />
        )}
      </Panel>
      <Answered query={screens} what={t('title')} height={160}>
        {(rows) => (
          <DataTable
            label={t('title')}
            rows={rows}
            rowKey={({ linkId }) => linkId}
            empty={<NoData title={t('none')} />}
            columns={[
              { key: 'name', header: t('name'), cell: ({ name: screen }) => screen },
              {
                key: 'seen',
                header: t('seen'),
                cell: ({ lastSeenAt }) => (lastSeenAt === null ? t('never') : <Instant at={lastSeenAt} />),
              },
              {
                key: 'until',
                header: t('until'),
                cell: ({ expiresAt }) => <Instant at={expiresAt} style="date" />,
              },
              {
                key: 'end',
                header: t('actions'),
                cell: ({ linkId, name: screen }) => (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={t('revokeOf', { name: screen })}
                    onClick={() => void change(() => client.views.revokeWallboard.mutate({ linkId }))}
                  >
                    {t('revoke')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Answered>
    </>
  )
}
