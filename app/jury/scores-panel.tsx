'use client'

import { Button, Group } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Fact, FactList } from '@/app/components/fact-list.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatNumber } from '@/domain/format/format-number.ts'
import { criterionKeys, rubric } from '@/domain/jury/rubric.ts'
import type { JuryProposal } from '@/server/jury/get-jury-proposal.ts'
import classes from './jury.module.css'
import { MoveFailure } from '@/app/components/move-failure.tsx'
import { useJuryMove } from './use-jury-move.ts'

/** How many have judged and, once this member may see it, who how; the end of the blind scoring. */
export function ScoresPanel({ detail }: { readonly detail: JuryProposal }) {
  const t = useTranslations('jury')
  const mayDecide = useMay('jury.decide')
  const move = useJuryMove()
  const { scored, needed } = detail
  const canTalk =
    mayDecide &&
    detail.phase === 'blind' &&
    detail.own?.kind === 'scored' &&
    (scored >= needed || detail.everybodySpoke)
  return (
    <Panel title={t('scores.title')}>
      <p className={classes.note}>{t('scores.so', { scored, needed })}</p>
      {detail.scores === null ? (
        <p className={classes.note}>
          {t(detail.own?.kind === 'scored' ? 'scores.hiddenBlind' : 'scores.hiddenOwn')}
        </p>
      ) : (
        <Scores scores={detail.scores} isEnough={scored >= needed} />
      )}
      {canTalk && (
        <Group mt="sm">
          <Button
            variant="default"
            loading={move.pending}
            onClick={() =>
              void move.run((client) =>
                client.jury.openTalk.mutate({ proposalId: detail.id, version: detail.version }),
              )
            }
          >
            {t('scores.openTalk')}
          </Button>
        </Group>
      )}
      <MoveFailure failure={move.failure} />
    </Panel>
  )
}

function Scores({
  scores,
  isEnough,
}: {
  readonly scores: NonNullable<JuryProposal['scores']>
  readonly isEnough: boolean
}) {
  const t = useTranslations('jury')
  const language = useLanguage()
  const write = (value: number | null | undefined) => formatNumber(value ?? null, language, 1)
  return (
    <>
      <FactList>
        <Fact name={t('queue.score')}>{t('scores.ofFour', { score: write(scores.score) })}</Fact>
        <Fact name={t('queue.spread')}>
          {write(scores.spread)}
          {scores.isWide && ` · ${t(isEnough ? 'scores.wideEnough' : 'scores.wide')}`}
        </Fact>
        {criterionKeys.map((key) => (
          <Fact key={key} name={rubric[key].name[language]}>
            {write(scores.criteria[key])}
          </Fact>
        ))}
      </FactList>
      <DataTable
        label={t('scores.title')}
        rows={scores.reviews}
        rowKey={({ id }) => id}
        columns={[
          { key: 'name', header: t('scores.reviewer'), cell: ({ name }) => name },
          {
            key: 'score',
            header: t('queue.score'),
            align: 'end',
            cell: (review) =>
              review.kind === 'scored' ? write(review.score) : t(`score.abstentions.${review.reason}`),
          },
          {
            key: 'confidence',
            header: t('score.confidence'),
            cell: (review) => (review.kind === 'scored' ? t(`score.confidences.${review.confidence}`) : '—'),
          },
          { key: 'note', header: t('score.note'), cell: ({ note }) => (note === '' ? '—' : note) },
        ]}
      />
    </>
  )
}
