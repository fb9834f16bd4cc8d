'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Instant } from '@/app/components/instant.tsx'
import classes from './proposals.module.css'
import type { ProposalDetail } from './use-proposal.ts'

const sourceHref: Readonly<Record<string, (id: string) => string>> = {
  case: (id) => `/cases/${id}`,
  alert: (id) => `/alerts/${id}`,
  metric: (id) => `/reference/metrics#${id}`,
}

/** Who owes whom what by when, and where the story came from. */
export function ProposalFacts({ detail }: { readonly detail: ProposalDetail }) {
  const t = useTranslations('proposals')
  const { kind, id } = detail.source
  return (
    <dl className={classes.facts} aria-label={t('reader.facts')}>
      <dt>{t('reader.author')}</dt>
      <dd>
        {detail.isAuthor ? t('reader.you') : (detail.author ?? t('reader.covered'))}
        {detail.isAuthor && detail.anonymous && ` · ${t('reader.unnamed')}`}
      </dd>
      {detail.answerDueAt !== null && (
        <>
          <dt>{t('reader.owes')}</dt>
          <dd>{detail.answerer ?? '—'}</dd>
          <dt>{t('reader.dueAt')}</dt>
          <dd>
            <Instant at={detail.answerDueAt.getTime()} />
            {detail.escalations > 0 && <div>{t('reader.escalated', { count: detail.escalations })}</div>}
          </dd>
        </>
      )}
      {detail.submittedAt !== null && (
        <>
          <dt>{t('reader.submittedAt')}</dt>
          <dd>
            <Instant at={detail.submittedAt.getTime()} />
          </dd>
        </>
      )}
      <dt>{t('reader.source')}</dt>
      <dd>
        {id !== null && sourceHref[kind] ? (
          <Link href={sourceHref[kind](id)}>{t(`source.${kind}`)}</Link>
        ) : (
          t(`source.${kind}`)
        )}
      </dd>
      <dt>{t('reader.supporters')}</dt>
      <dd>{t('reader.supportersText', { joined: detail.joined, supporting: detail.supporting })}</dd>
    </dl>
  )
}
