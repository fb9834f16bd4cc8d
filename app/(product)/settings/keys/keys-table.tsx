'use client'

import { useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { NoData } from '@/app/components/states/no-data.tsx'
import type { KeyRow } from './key-row.ts'
import { RevokeButton } from './revoke-button.tsx'

/** One line for each key, never its secret. */
export function KeysTable(props: { readonly keys: readonly KeyRow[]; readonly mayChange: boolean }) {
  const t = useTranslations('access.keys')
  return (
    <DataTable
      label={t('title')}
      rows={props.keys}
      rowKey={(key) => key.keyId}
      empty={<NoData text={t('none')} />}
      columns={[
        { key: 'name', header: t('name'), cell: (key) => key.name },
        { key: 'prefix', header: t('prefix'), cell: (key) => <code>wa_{key.prefix}_</code> },
        { key: 'scopes', header: t('scopes'), cell: (key) => key.scopes.join(', ') },
        {
          key: 'created',
          header: t('created'),
          cell: (key) => (
            <>
              <Instant at={key.createdAt.getTime()} style="dateTime" />, {key.createdBy ?? t('commandLine')}
            </>
          ),
        },
        {
          key: 'lastUsed',
          header: t('lastUsed'),
          cell: ({ lastUsedAt }) =>
            lastUsedAt === null ? t('never') : <Instant at={lastUsedAt.getTime()} style="dateTime" />,
        },
        { key: 'status', header: t('status'), cell: (key) => <KeyStatus revokedAt={key.revokedAt} /> },
        ...(props.mayChange
          ? [{ key: 'revoke', header: t('revoke'), cell: (key: KeyRow) => <RevokeButton row={key} /> }]
          : []),
      ]}
    />
  )
}

function KeyStatus({ revokedAt }: { readonly revokedAt: Date | null }) {
  const t = useTranslations('access.keys')
  if (revokedAt === null) return t('inUse')
  return t.rich('revokedAt', { when: () => <Instant at={revokedAt.getTime()} style="dateTime" /> })
}
