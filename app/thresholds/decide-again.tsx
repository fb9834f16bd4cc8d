'use client'

import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { parseAsInteger, useQueryState } from 'nuqs'
import { Answered } from '@/app/components/states/answered.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { RedecidedAnswer } from './redecided-answer.tsx'
import classes from './thresholds.module.css'

/** One purchase decided again, by the version that decided it or by any other one, drafts too. */
export function DecideAgain(props: { readonly transactionId: string; readonly decidedBy: number }) {
  const { transactionId, decidedBy } = props
  const t = useTranslations('thresholds')
  const trpc = useTRPC()
  const [by, setBy] = useQueryState('by', parseAsInteger)
  const versions = useQuery(trpc.thresholds.versions.queryOptions())
  const version = by ?? decidedBy
  const answer = useQuery({
    ...trpc.thresholds.redecide.queryOptions({ transactionId, version }),
    retry: false,
  })
  const known = versions.data ?? []
  const numbers = known.some((one) => one.version === version)
    ? known
    : [...known, { version, status: null, note: null }]
  return (
    <>
      <p className={classes.quiet}>{t('decideAgainLead')}</p>
      <NativeSelect
        label={t('byWhichVersion')}
        maw={480}
        mb="sm"
        value={String(version)}
        data={numbers.map(({ version: number, status, note }) => ({
          value: String(number),
          label: [
            t('version', { version: number }),
            number === decidedBy ? t('decidedIt') : status === null ? null : t(`statuses.${status}`),
            note,
          ]
            .filter((part) => part !== null)
            .join(' · '),
        }))}
        onChange={(event) => void setBy(Number(event.currentTarget.value))}
      />
      <Answered query={answer} what={t('redecideTitle')} height={120}>
        {(found) => <RedecidedAnswer found={found} />}
      </Answered>
    </>
  )
}
