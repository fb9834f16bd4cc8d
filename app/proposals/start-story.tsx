'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import type { StorySourceInput } from '@/domain/proposals/story.ts'
import { MoveFailure } from '@/app/components/move-failure.tsx'
import { useProposalMove } from './use-proposal-move.ts'

/** One press starts a story from here, with the facts filled in. Shown to those who may tell one. */
export function StartStory({
  source,
  primary,
}: {
  readonly source: StorySourceInput
  readonly primary?: boolean
}) {
  const t = useTranslations('proposals')
  const router = useRouter()
  const move = useProposalMove()
  const mayWrite = useMay('proposals.write')
  if (!mayWrite) return null
  const start = () =>
    move.run(async ({ proposals }) => {
      const { id } = await proposals.start.mutate(source)
      router.push(`/proposals/${id}`)
    })
  return (
    <>
      <Button
        size="compact-sm"
        variant={primary ? 'filled' : 'default'}
        loading={move.pending}
        onClick={() => void start()}
      >
        {t(`start.${source.kind}`)}
      </Button>
      <MoveFailure failure={move.failure} />
    </>
  )
}
