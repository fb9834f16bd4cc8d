'use client'

import { useDeferredValue, useMemo, useSyncExternalStore } from 'react'
import { useTranslations } from 'next-intl'
import { findPersonalData } from '@/domain/personal-data/find-personal-data.ts'
import type { KnownPeople } from '@/domain/personal-data/known-people.ts'
import { longestOf, type StoryKey } from '@/domain/proposals/story.ts'
import type { AnswerSaver } from './answer-saver.ts'
import { ConflictChoice } from './conflict-choice.tsx'
import { MarkList } from './mark-list.tsx'
import { MarkedText } from './marked-text.tsx'
import classes from './proposals.module.css'

/** One question: short guidance, the answer with personal data marked in it as one types, and what is done about each mark. */
export function StoryQuestion({
  proposalId,
  question,
  saver,
  known,
  isMissing,
}: {
  readonly proposalId: string
  readonly question: StoryKey
  readonly saver: AnswerSaver
  readonly known: KnownPeople
  readonly isMissing: boolean
}) {
  const t = useTranslations('proposals')
  const state = useSyncExternalStore(saver.subscribe, saver.read, saver.read)
  // Typing stays quick in a long answer: the marks may come a moment later.
  const readText = useDeferredValue(state.text)
  const isTooLong = readText.length > longestOf(question)
  // Beyond what is kept nothing is marked: it is refused, and a pasted book must not stop the typing.
  const marks = useMemo(
    () => (isTooLong ? [] : findPersonalData(readText, known)),
    [readText, known, isTooLong],
  )
  const id = `answer-${question}`
  const describedBy = [`${id}-guide`, ...(isMissing ? [`${id}-missing`] : [])].join(' ')
  return (
    <div className={classes.question} data-missing={isMissing}>
      <label htmlFor={id}>{t(`questions.${question}.label`)}</label>
      <p id={`${id}-guide`} className={classes.dimmed}>
        {t(`questions.${question}.guide`)}
      </p>
      <div className={classes.sheet} data-one-line={question === 'title'}>
        <MarkedText
          text={readText === state.text ? readText : state.text}
          marks={readText === state.text ? marks : []}
        />
        <textarea
          id={id}
          value={state.text}
          rows={question === 'title' ? 1 : 3}
          aria-describedby={describedBy}
          aria-invalid={isMissing || state.status === 'refused'}
          autoFocus={question === 'title'}
          onChange={(event) => saver.change({ text: event.currentTarget.value })}
          onBlur={() => void saver.flush()}
        />
      </div>
      {isMissing && (
        <p id={`${id}-missing`} className={classes.missing}>
          {t('editor.missing')}
        </p>
      )}
      <MarkList
        text={readText}
        marks={marks}
        choices={state.choices}
        onChange={(choices) => saver.change({ choices })}
      />
      {state.status === 'conflict' && (
        <ConflictChoice proposalId={proposalId} question={question} saver={saver} />
      )}
      {state.status === 'refused' && state.failure !== null && (
        <p role="alert" className={classes.missing}>
          {state.failure}
        </p>
      )}
    </div>
  )
}
