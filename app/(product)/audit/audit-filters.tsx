'use client'

import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { AuditFilter } from './use-audit-filter.ts'

/** By person or key, by what was done, on what, and when; each choice acts at once. */
export function AuditFilters({ filter }: { readonly filter: AuditFilter }) {
  const t = useTranslations('access.audit')
  const trpc = useTRPC()
  const { data } = useQuery(trpc.audit.choices.queryOptions())
  const { chosen, choose } = filter
  return (
    <Group gap="sm" align="flex-end" mb="md" data-no-print>
      <NativeSelect
        label={t('actor')}
        value={chosen.who}
        onChange={(event) => void choose({ who: event.currentTarget.value || null })}
        data={[
          { value: '', label: t('anybody') },
          ...(data?.actors ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <NativeSelect
        label={t('action')}
        value={chosen.action}
        onChange={(event) => void choose({ action: event.currentTarget.value || null })}
        data={[{ value: '', label: t('anything') }, ...(data?.actions ?? [])]}
      />
      <NativeSelect
        label={t('subjectKind')}
        value={chosen.kind}
        onChange={(event) => void choose({ kind: event.currentTarget.value || null })}
        data={[{ value: '', label: t('anything') }, ...(data?.subjectKinds ?? [])]}
      />
      <TextInput
        label={t('subjectId')}
        value={chosen.id}
        onChange={(event) => void choose({ id: event.currentTarget.value || null }, { history: 'replace' })}
      />
      <TextInput
        label={t('from')}
        type="date"
        value={chosen.from}
        onChange={(event) => void choose({ from: event.currentTarget.value || null })}
      />
      <TextInput
        label={t('to')}
        type="date"
        value={chosen.to}
        onChange={(event) => void choose({ to: event.currentTarget.value || null })}
      />
      {filter.isFiltered && (
        <Button variant="default" onClick={filter.clear}>
          {t('clear')}
        </Button>
      )}
    </Group>
  )
}
