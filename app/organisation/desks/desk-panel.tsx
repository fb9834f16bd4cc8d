'use client'

import { Alert, Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Duration } from '@/app/components/duration.tsx'
import { Fact, FactList } from '@/app/components/fact-list.tsx'
import { PageHead } from '@/app/components/page-head.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import classes from '../organisation.module.css'
import { useSettingChange } from '../use-setting-change.ts'
import { ChangeDeskForm } from './change-desk-form.tsx'
import type { DeskDetail } from './desk-rows.ts'
import { DeskState } from './desk-state.tsx'
import { HoursPanel } from './hours-panel.tsx'
import { MembersPanel } from './members-panel.tsx'

/** One desk: what a sender must know of it, its hours and its people. */
export function DeskPanel({ deskKey }: { readonly deskKey: string }) {
  const t = useTranslations('organisation')
  const trpc = useTRPC()
  const desk = useQuery(trpc.organisation.desk.queryOptions({ key: deskKey }))
  return (
    <Answered query={desk} what={t('desks.title')} height={320}>
      {(detail) => <Shown desk={detail} />}
    </Answered>
  )
}

function Shown({ desk }: { readonly desk: DeskDetail }) {
  const t = useTranslations('organisation')
  const language = useLanguage()
  const mayChange = useMay('desks.write')
  return (
    <>
      <PageHead
        title={desk.name[language]}
        text={<DeskState desk={desk} />}
        actions={mayChange && <Actions desk={desk} />}
      />
      <p>
        <Link href="/settings/desks">{t('desks.title')}</Link>
      </p>
      <Panel title={t('desks.facts')}>
        <FactList>
          <Fact name={t('key')}>
            <code>{desk.key}</code>
          </Fact>
          <Fact name={t('desks.phone')}>{desk.phone ?? t('desks.noPhone')}</Fact>
          <Fact name={t('desks.accepts')}>
            <Duration ms={desk.acceptMinutes * 60_000} />
          </Fact>
          <Fact name={t('desks.zone')}>{desk.zone}</Fact>
          <Fact name={t('desks.brief')}>
            {desk.briefFields.length === 0 && t('desks.briefNone')}
            {desk.briefFields.map(({ key, label, required }) => (
              <div key={key}>
                {label[language]}
                <span className={classes.dimmed}>
                  {' · '}
                  {t(required ? 'desks.briefRequired' : 'desks.briefOptional')}
                </span>
              </div>
            ))}
          </Fact>
        </FactList>
      </Panel>
      <HoursPanel desk={desk} mayChange={mayChange} />
      <MembersPanel desk={desk} mayChange={mayChange} />
    </>
  )
}

function Actions({ desk }: { readonly desk: DeskDetail }) {
  const t = useTranslations('organisation')
  const change = useSettingChange()
  const [changing, setChanging] = useState(false)
  const seen = { key: desk.key, expectedVersion: desk.version }
  const flip = () =>
    void change.run((organisation) =>
      desk.active ? organisation.closeDesk.mutate(seen) : organisation.openDesk.mutate(seen),
    )
  return (
    <>
      <Group gap="xs">
        <Button variant="default" loading={change.pending} onClick={flip} title={t('desks.closeText')}>
          {t(desk.active ? 'desks.close' : 'desks.reopen')}
        </Button>
        <Button onClick={() => setChanging(true)}>{t('change')}</Button>
      </Group>
      {change.failure !== null && (
        <Alert color="red" variant="light" role="alert" mt="sm">
          {change.failure}
        </Alert>
      )}
      {changing && <ChangeDeskForm desk={desk} onClose={() => setChanging(false)} />}
    </>
  )
}
