'use client'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '@/app/components/line-icon.tsx'
import { MenuButton } from '@/app/components/overlay/menu-button.tsx'
import type { MenuEntry } from '@/app/components/overlay/menu-entry.ts'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { ReviewPage } from '@/domain/views/review-pages.ts'

const ManageViews = dynamic(() => import('./manage-views.tsx').then(({ ManageViews }) => ManageViews), {
  ssr: false,
})
const SaveView = dynamic(() => import('./save-view.tsx').then(({ SaveView }) => SaveView), { ssr: false })

/** Own and the team's views of a page; the one that was chosen for it opens when the page is opened without a scope. */
export function ViewsMenu({ page }: { readonly page: ReviewPage }) {
  const t = useTranslations('review-frame.views')
  const trpc = useTRPC()
  const router = useRouter()
  const mayWrite = useMay('views.write')
  const mayExport = useMay('analytics.export')
  const [dialog, setDialog] = useState<'save' | 'manage' | null>(null)
  const { data: views = [], isSuccess } = useQuery(trpc.views.list.queryOptions({ page }))
  const initial = views.find(({ isDefault }) => isDefault)?.query ?? ''
  const opened = useRef(false)
  useEffect(() => {
    if (!isSuccess || opened.current) return
    opened.current = true
    if (window.location.search === '' && initial !== '') router.replace(`${page}?${initial}`)
  }, [isSuccess, initial, page, router])
  const open = (query: string) => router.push(query === '' ? page : `${page}?${query}`)
  const listed = (['own', 'team'] as const).flatMap((group): MenuEntry[] => {
    const shown = views.filter(({ team }) => team === (group === 'team'))
    if (shown.length === 0) return []
    return [
      { kind: 'heading', key: group, label: t(group) },
      ...shown.map(({ viewId, name, query, isDefault }) => ({
        kind: 'action' as const,
        key: viewId,
        label: isDefault ? `${name} · ${t('default')}` : name,
        onChoose: () => open(query),
      })),
    ]
  })
  const action = (key: 'save' | 'mail' | 'manage', may: boolean, onChoose: () => void): MenuEntry[] =>
    may ? [{ kind: 'action', key, label: t(key), onChoose }] : []
  const entries: MenuEntry[] = [
    ...(views.length === 0 ? [{ kind: 'heading' as const, key: 'none', label: t('none') }] : listed),
    { kind: 'divider', key: 'divider' },
    ...action('save', mayWrite, () => setDialog('save')),
    ...action('mail', mayExport, () => router.push(orderHref(page))),
    ...action('manage', views.length > 0, () => setDialog('manage')),
  ]
  return (
    <>
      <MenuButton
        maxHeight={360}
        button={
          <Button variant="default" size="xs" leftSection={<Icon name="table" size={14} />}>
            {t('label')}
          </Button>
        }
        entries={entries}
      />
      {dialog === 'save' && <SaveView page={page} onClose={() => setDialog(null)} />}
      {dialog === 'manage' && <ManageViews page={page} views={views} onClose={() => setDialog(null)} />}
    </>
  )
}

/** The order of a report of what the page shows now. */
function orderHref(page: ReviewPage): string {
  const query = new URLSearchParams({ page, query: window.location.search.replace(/^\?/, '') })
  return `/settings/reports?${query.toString()}`
}
