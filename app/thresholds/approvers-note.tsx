'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { Refusal } from './refusal.tsx'
import classes from './thresholds.module.css'
import { useVersionMove } from './use-version-move.ts'
import type { VersionData } from './version-data.ts'

/** Says it where an edit would leave nobody who could approve a version, and where that has happened what can be done. */
export function ApproversNote(props: { readonly version: VersionData; readonly mayEdit: boolean }) {
  const { version, mayEdit } = props
  const t = useTranslations('thresholds')
  const router = useRouter()
  const mayWrite = useMay('thresholds.write')
  const move = useVersionMove()
  if (version.approvers.length > 0) {
    return mayEdit && version.isLastApprover ? (
      <p role="note" className={classes.quiet}>
        {t('lastApprover')}
      </p>
    ) : null
  }
  const beginAfresh = async () => {
    const made = await move.run(({ thresholds }) =>
      thresholds.createDraft.mutate({
        note: version.note ?? t('version', { version: version.version }),
        from: version.version,
      }),
    )
    if (made !== null) router.push(`/thresholds/${made.answer.version}`)
  }
  const isAlone = version.ruleAdmins < 2
  return (
    <div role="status">
      <p className={classes.changed}>{t(isAlone ? 'nobodyElse' : 'nobodyApproves')}</p>
      {mayWrite && !isAlone && version.signBy === null && (
        <Button variant="default" onClick={() => void beginAfresh()} loading={move.pending}>
          {t('sameAfresh')}
        </Button>
      )}
      <Refusal move={move} />
    </div>
  )
}
