'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Fact, FactList } from '@/app/components/fact-list.tsx'
import { Instant } from '@/app/components/instant.tsx'
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
    <FactList label={t('reader.facts')}>
      <Fact name={t('reader.author')}>
        {detail.isAuthor ? t('reader.you') : (detail.author ?? t('reader.covered'))}
        {detail.isAuthor && detail.anonymous && ` · ${t('reader.unnamed')}`}
      </Fact>
      {detail.answerDueAt !== null && (
        <>
          <Fact name={t('reader.owes')}>{detail.answerer ?? '—'}</Fact>
          <Fact name={t('reader.dueAt')}>
            <Instant at={detail.answerDueAt.getTime()} />
            {detail.escalations > 0 && <div>{t('reader.escalated', { count: detail.escalations })}</div>}
          </Fact>
        </>
      )}
      {detail.submittedAt !== null && (
        <Fact name={t('reader.submittedAt')}>
          <Instant at={detail.submittedAt.getTime()} style={detail.isCovered ? 'date' : 'dateTime'} />
        </Fact>
      )}
      <Fact name={t('reader.source')}>
        {id !== null && sourceHref[kind] ? (
          <Link href={sourceHref[kind](id)}>{t(`source.${kind}`)}</Link>
        ) : (
          t(`source.${kind}`)
        )}
      </Fact>
      <Fact name={t('reader.supporters')}>
        {t('reader.supportersText', { joined: detail.joined, supporting: detail.supporting })}
      </Fact>
    </FactList>
  )
}
