'use client'

import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { parseAsString, useQueryState } from 'nuqs'
import { useState } from 'react'
import { PageHead } from '@/app/components/page-head.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { JuryGaps } from '@/app/jury/jury-gaps.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { AddPersonForm } from './add-person-form.tsx'
import { PeopleTable } from './people-table.tsx'
import type { PersonRow } from './person-row.ts'

/** Everybody with an account; who may change people also finds the way to do it. */
export function PeoplePanel() {
  const t = useTranslations('access.people')
  const trpc = useTRPC()
  const mayChange = useMay('people.write')
  const people = useQuery(trpc.people.list.queryOptions())
  const [search, setSearch] = useQueryState('q', parseAsString.withDefault(''))
  const [adding, setAdding] = useState(false)
  return (
    <>
      <PageHead
        title={t('title')}
        text={t('lead')}
        actions={mayChange && <Button onClick={() => setAdding(true)}>{t('add')}</Button>}
      />
      <JuryGaps />
      <TextInput
        value={search}
        onChange={(event) => void setSearch(event.currentTarget.value || null)}
        label={t('search')}
        type="search"
        maw={320}
        mb="sm"
      />
      <Answered query={people} what={t('title')} height={240}>
        {(rows) => <PeopleTable people={findFitting(rows, search)} mayChange={mayChange} />}
      </Answered>
      <AddPersonForm opened={adding} onClose={() => setAdding(false)} />
    </>
  )
}

function findFitting(people: readonly PersonRow[], search: string): readonly PersonRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return people.filter(({ name, email }) =>
    words.every((word) => `${name} ${email}`.toLowerCase().includes(word)),
  )
}
