'use client'

import { Button, Group, Stack, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Panel } from '@/app/components/panel.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import type { JuryProposal } from '@/server/jury/get-jury-proposal.ts'
import classes from './jury.module.css'
import { MoveFailure } from '@/app/components/move-failure.tsx'
import { useJuryMove } from './use-jury-move.ts'

/** Questions to the author and their answers; neither side learns who the other is. */
export function JuryQuestions({ detail }: { readonly detail: JuryProposal }) {
  const t = useTranslations('jury.questions')
  const mayAsk = useMay('jury.review') && detail.phase !== 'released' && !detail.hasConflict
  const move = useJuryMove()
  const [question, setQuestion] = useState('')
  const ask = async () => {
    const asked = await move.run((client) => client.jury.ask.mutate({ proposalId: detail.id, question }))
    if (asked) setQuestion('')
  }
  if (!mayAsk && detail.questions.length === 0) return null
  return (
    <Panel title={t('title')}>
      <p className={classes.note}>{t('lead')}</p>
      <ul className={classes.list}>
        {detail.questions.map(({ id, question: text, answer }) => (
          <li key={id}>
            <strong>{text}</strong>
            <p className={classes.text}>{answer ?? t('unanswered')}</p>
          </li>
        ))}
      </ul>
      {mayAsk && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void ask()
          }}
        >
          <Stack gap="sm" mt="sm">
            <Textarea
              label={t('ask')}
              value={question}
              onChange={(event) => setQuestion(event.currentTarget.value)}
              required
              autosize
              minRows={2}
              maxLength={2_000}
            />
            <MoveFailure failure={move.failure} />
            <Group>
              <Button type="submit" variant="default" loading={move.pending}>
                {t('submit')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Panel>
  )
}
