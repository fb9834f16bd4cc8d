'use client'

import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { writeAlarmFigure } from '@/domain/alarms/alarm-words.ts'
import { type AlarmDraft, alarmOf } from './alarm-draft.ts'

/** So long without a key before it is asked, ms. */
const pauseMs = 300

/** What the alarm in the form would see now, and whether it would ring. */
export function AlarmPreview({ draft }: { readonly draft: AlarmDraft }) {
  const t = useTranslations('alarms.preview')
  const language = useLanguage()
  const trpc = useTRPC()
  const [settled] = useDebouncedValue(draft, pauseMs)
  const { metric, query, condition } = alarmOf(settled)
  const seen = useQuery({
    ...trpc.alarms.preview.queryOptions({ metric, query, condition }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const { data, isError } = seen
  const write = (value: number | null) => writeAlarmFigure(metric, value, language)
  const words = () => {
    if (isError) return t('failed')
    if (data === undefined) return t('looking')
    const { observed, limit, n, rings } = data
    if (condition.kind === 'noData') return t('noData', { n, rings: String(rings) })
    if (observed === null || limit === null) return t('unknown')
    return t('seen', { observed: write(observed), limit: write(limit), n, rings: String(rings) })
  }
  return (
    <Text size="sm" c="dimmed" mt="sm" role="status">
      {words()}
    </Text>
  )
}
