'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { PageHead } from '@/app/components/page-head.tsx'
import { ScopeBar } from '@/app/components/scope/scope-bar.tsx'
import { useScope } from '@/app/components/scope/use-scope.ts'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { NoData } from '@/app/components/states/no-data.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { FileMenu } from '../file-menu.tsx'
import { DeskPanel } from './desk-panel.tsx'
import { ImpactPanel } from './impact-panel.tsx'
import { RecognitionPanel } from './recognition-panel.tsx'
import { RowsPanel } from './rows-panel.tsx'
import { StageTiles } from './stage-tiles.tsx'
import { type Choice, choiceHref, useReviewChoice } from './use-review-choice.ts'

/** Proposals submitted in the range, followed to now: funnel, answers, desks, worth against work, and the rows behind each. */
export function ReviewProposals() {
  const t = useTranslations('review-proposals')
  const trpc = useTRPC()
  const state = useScope()
  const { choice, setChoice } = useReviewChoice()
  const query = useQuery(trpc.effects.review.queryOptions({ scope: state.texts, choice }))
  return (
    <>
      <PageHead
        title={t('title')}
        text={t('lead')}
        actions={<ExportMenu query={state.query} choice={choice} />}
      />
      <ScopeBar state={state} rowsOnly />
      <Answered query={query} what={t('title')} height={480}>
        {(review) =>
          review.total.stages.submitted.denominator === 0 ? (
            <NoData title={t('empty')} text={t('emptyText')} />
          ) : (
            <>
              <StageTiles figures={review.total} query={state.query} asOf={review.asOf} />
              <DeskPanel desks={review.desks} query={state.query} />
              <ImpactPanel fields={review.fields} query={state.query} />
              <RecognitionPanel recognised={review.recognised} />
              <RowsPanel
                rows={review.rows}
                choice={choice}
                onClear={() => void setChoice({ stage: null, desk: null, impact: null, effort: null })}
              />
            </>
          )
        }
      </Answered>
    </>
  )
}

function ExportMenu({ query, choice }: { readonly query: string; readonly choice: Choice }) {
  const may = useMay('analytics.export')
  if (!may) return null
  const href = (dialect: string) => {
    const [path, search = ''] = choiceHref(query, choice, '/review/proposals-export')
      .replace('#rows', '')
      .split('?')
    const parameters = new URLSearchParams(search)
    parameters.set('dialect', dialect)
    return `${path}?${parameters.toString()}`
  }
  return <FileMenu href={href} />
}
