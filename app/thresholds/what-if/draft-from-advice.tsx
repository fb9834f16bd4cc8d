'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { Refusal } from '@/app/thresholds/refusal.tsx'
import { useVersionMove } from '@/app/thresholds/use-version-move.ts'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatPercent } from '@/domain/format/format-number.ts'
import type { Advice } from '@/server/what-if/what-if.ts'
import type { AdviceRequest } from './use-advice.ts'
import classes from './what-if.module.css'

/** One press makes a draft of the picked point; it takes the same way to customers as any other draft. */
export function DraftFromAdvice(props: {
  readonly runId: string
  readonly place: number
  readonly point: Advice['points'][number]
  readonly request: AdviceRequest
}) {
  const { runId, place, point, request } = props
  const t = useTranslations('what-if.advisor')
  const language = useLanguage()
  const router = useRouter()
  const move = useVersionMove()
  const make = async () => {
    const note = t('draft.note', {
      about: t(`levels.${request.level}`),
      currency: request.currency,
      share: formatPercent(point.judge.share ?? 0, language, 2),
    })
    const made = await move.run(({ thresholds }) =>
      thresholds.createAdvisedDraft.mutate({ note, runId, place }),
    )
    if (made !== null) router.push(`/thresholds/${made.answer.version}${location.search}`)
  }
  return (
    <div>
      <p className={classes.quiet}>
        {t('draft.lead', { about: t(`levels.${request.level}`), currency: request.currency })}
      </p>
      <Button loading={move.pending} onClick={() => void make()}>
        {t('draft.make')}
      </Button>
      <Refusal move={move} />
    </div>
  )
}
