'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { ConflictChoice } from './conflict-choice.tsx'
import { Refusal } from './refusal.tsx'
import classes from './thresholds.module.css'
import type { Draft } from './use-draft.ts'
import { useVersionMove } from './use-version-move.ts'
import type { VersionData } from './version-data.ts'

/** Saves what was changed; where somebody else saved meanwhile, a choice for each value that both changed. */
export function SaveBar(props: {
  readonly version: VersionData
  readonly draft: Draft
  /** What stands in the way, in words; null: nothing. */
  readonly problem: string | null
  readonly canSave: boolean
}) {
  const { version, draft } = props
  const t = useTranslations('thresholds')
  const move = useVersionMove()
  const save = async () => {
    const { rules, note, ramp, edition } = draft
    const saved = await move.run(
      ({ thresholds }) =>
        thresholds.saveDraft.mutate({
          ...{ version: version.version, edition, note, ramp },
          ...{ rules: [...rules.rules], merchantCriteria: rules.merchantCriteria },
        }),
      t('saved'),
    )
    if (saved !== null) draft.adopt()
  }
  if (!draft.isDirty) return null
  return (
    <section className={classes.saving} aria-label={t('save')}>
      {version.status !== 'draft' && <p className={classes.changed}>{t('editVoids')}</p>}
      {version.isLastApprover && (
        <p role="alert" className={classes.changed}>
          {t('lastApprover')}
        </p>
      )}
      {draft.isBehind && move.refusal === null && (
        <p role="status" className={classes.changed}>
          {t('savedElsewhere')}
        </p>
      )}
      <Refusal move={move} />
      {move.refusal?.code === 'conflict' && (
        <ConflictChoice
          refusal={move.refusal}
          mine={draft.rules}
          onMerged={(merged, theirs, edition) => {
            draft.goOnFrom(edition, theirs, merged)
            move.forget()
          }}
        />
      )}
      <div className={classes.actions}>
        <Button
          onClick={() => void save()}
          loading={move.pending}
          disabled={!props.canSave || draft.note.trim() === ''}
        >
          {t('saveDraft')}
        </Button>
        <Button
          variant="subtle"
          disabled={move.pending}
          onClick={() => {
            move.forget()
            draft.drop()
          }}
        >
          {t('dropChanges')}
        </Button>
        {props.problem !== null && <span role="alert">{props.problem}</span>}
      </div>
    </section>
  )
}
