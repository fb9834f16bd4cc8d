'use client'

import { Alert, Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { StoryKey } from '@/domain/proposals/story.ts'
import type { AnswerSaver } from './answer-saver.ts'
import classes from './proposals.module.css'

/** Another window saved this answer meanwhile: both texts, and which one stays. */
export function ConflictChoice(props: {
  readonly proposalId: string
  readonly question: StoryKey
  readonly saver: AnswerSaver
}) {
  const t = useTranslations('proposals')
  const trpc = useTRPC()
  const stored = useQuery(trpc.proposals.get.queryOptions({ proposalId: props.proposalId }, { staleTime: 0 }))
  const theirs = stored.data?.writing?.answers[props.question]
  if (!theirs || stored.isFetching) return <p role="status">{t('conflict.loading')}</p>
  const keepMine = () => {
    const { text, choices } = props.saver.read()
    return props.saver.resolve({ text, choices }, theirs.version)
  }
  return (
    <Alert color="yellow" variant="light" role="alert">
      <strong>{t('conflict.title')}</strong>
      <p className={classes.otherText}>{theirs.text || t('conflict.empty')}</p>
      <Group gap="xs">
        <Button size="compact-sm" onClick={() => void keepMine()}>
          {t('conflict.mine')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            void props.saver.resolve({ text: theirs.text, choices: theirs.choices }, theirs.version)
          }
        >
          {t('conflict.theirs')}
        </Button>
      </Group>
    </Alert>
  )
}
