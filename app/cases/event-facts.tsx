'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Instant } from '@/app/components/instant.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import type { CaseEventPayload, CaseEventType } from '@/domain/cases/case-event.ts'
import { DeskName } from './desk-name.tsx'
import type { CaseDetail } from './use-case.ts'

/** An event as it is read: another system's log may know less than our own timeline. */
type Told = { [T in CaseEventType]: { type: T; payload: Partial<CaseEventPayload<T>> } }[CaseEventType]

/** What an event settled besides what people wrote: to whom, how, until when; null where its name says all. */
export function EventFacts(props: {
  readonly detail: CaseDetail
  readonly event: CaseDetail['events'][number]
}): ReactNode {
  const { detail } = props
  const t = useTranslations('cases')
  const language = useLanguage()
  const event = props.event as unknown as Told
  const nameOf = (id: string | null | undefined) => (id == null ? '—' : (detail.people[id] ?? id))
  const due = (at: number | null | undefined) =>
    at == null ? null : t.rich('memo.due', { time: () => <Instant at={at} /> })
  const until = (at: number | null | undefined) =>
    at == null ? null : t.rich('told.until', { time: () => <Instant at={at} /> })
  switch (event.type) {
    case 'case.opened':
      return channelName(t, event.payload.channel)
    case 'owner.changed':
      return t(`told.owner.${event.payload.reason ?? 'taken'}`, { name: nameOf(event.payload.owner) })
    case 'contact.made': {
      const { direction, channel, reached } = event.payload
      return (
        <>
          {t(direction === 'in' ? 'contact.in' : 'contact.out')} · {channelName(t, channel)}
          {reached === false && ` · ${t('contact.notReached')}`}
        </>
      )
    }
    case 'turn.passed':
      return (
        <>
          {t(`turn.${event.payload.to ?? 'us'}`)} {until(event.payload.nextDueAt)}
        </>
      )
    case 'handoff.offered':
      return (
        <>
          → <DeskName desk={event.payload.toDesk ?? '—'} /> · {t(`mode.${event.payload.mode ?? 'unknown'}`)}
        </>
      )
    case 'handoff.declined':
      return t(`decline.${event.payload.reason ?? 'other'}`)
    case 'promise.made':
    case 'promise.renegotiated':
      return due(event.payload.dueAt)
    case 'memo.sent':
    case 'memo.escalated':
      return (
        <>
          → {nameOf(event.payload.to)} · {due(event.payload.dueAt)}
        </>
      )
    case 'memo.decided': {
      const { decision = 'granted', referTo } = event.payload
      return (
        <>
          {t(`memo.decide.${decision}`)}
          {referTo != null && ` → ${nameOf(referTo)}`}
        </>
      )
    }
    case 'emergency.stepDone': {
      const { step, language: spoken } = event.payload
      const title = detail.playbook?.steps.find(({ key }) => key === step)?.title[language] ?? step
      return spoken == null ? title : `${title} · ${t(`languages.${spoken}`)}`
    }
    case 'supervisor.answered':
      return t(event.payload.granted === true ? 'supervisor.grant' : 'supervisor.refuse')
    case 'case.resolved': {
      const { customerHadToAct } = event.payload
      return customerHadToAct === undefined
        ? null
        : t(customerHadToAct ? 'field.customerHadToAct' : 'told.nothingToDo')
    }
    case 'case.merged': {
      const { into } = event.payload
      const other = detail.others.find(({ id }) => id === into)
      return into === undefined ? null : (
        <Link href={`/cases/${into}`}>→ {other?.reference ?? t('told.otherCase')}</Link>
      )
    }
    default:
      return null
  }
}

function channelName(t: ReturnType<typeof useTranslations>, channel: string | undefined): string {
  const key = `channel.${channel ?? ''}`
  return channel === undefined ? '—' : t.has(key) ? t(key) : channel
}
