'use client'

import { Button, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '@/app/components/line-icon.tsx'
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
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" size="xs" leftSection={<Icon name="table" size={14} />}>
            {t('label')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
          {views.length === 0 && <Menu.Label>{t('none')}</Menu.Label>}
          {(['own', 'team'] as const).map((group) => {
            const shown = views.filter(({ team }) => team === (group === 'team'))
            if (shown.length === 0) return null
            return [
              <Menu.Label key={group}>{t(group)}</Menu.Label>,
              ...shown.map(({ viewId, name, query, isDefault }) => (
                <Menu.Item key={viewId} onClick={() => router.push(query === '' ? page : `${page}?${query}`)}>
                  {name}
                  {isDefault && ` · ${t('default')}`}
                </Menu.Item>
              )),
            ]
          })}
          <Menu.Divider />
          {mayWrite && <Menu.Item onClick={() => setDialog('save')}>{t('save')}</Menu.Item>}
          {mayExport && <Menu.Item onClick={() => router.push(orderHref(page))}>{t('mail')}</Menu.Item>}
          {views.length > 0 && <Menu.Item onClick={() => setDialog('manage')}>{t('manage')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
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
