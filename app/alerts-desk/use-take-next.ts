'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { showNotice } from '@/app/components/notice/show-notice.ts'
import { type AlertMoving, useAlertMove } from './use-alert-move.ts'

/** Takes the next alert of the queue and opens it; says so when there is none. */
export function useTakeNext(): { readonly move: AlertMoving; readonly takeNext: () => void } {
  const t = useTranslations('alert-desk')
  const router = useRouter()
  const move = useAlertMove()
  const takeNext = async () => {
    if (move.pending) return
    const taken = await move.run(({ alertDesk }) => alertDesk.takeNext.mutate())
    if (taken === null) return
    if (taken.answer === null) showNotice({ message: t('queue.nothingLeft'), autoClose: 4_000 })
    router.push(taken.answer === null ? '/work' : `/alerts/${taken.answer.id}`)
  }
  return { move, takeNext: () => void takeNext() }
}
