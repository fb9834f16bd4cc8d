'use client'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Panel } from '@/app/components/panel.tsx'
import { useTRPC } from '@/app/trpc/client.tsx'
import { ConflictList, type MergeChoices } from './conflict-list.tsx'
import classes from './thresholds.module.css'
import type { VersionMoving } from './use-version-move.ts'
import type { VersionData } from './version-data.ts'

/** Shown when another version became active since: what both changed is chosen, everything else follows by itself. */
export function RebasePanel(props: {
  readonly version: VersionData
  readonly mayWrite: boolean
  /** Its refusals are shown where the other moves are. */
  readonly move: VersionMoving
}) {
  const { version, mayWrite, move } = props
  const t = useTranslations('thresholds')
  const trpc = useTRPC()
  const [choices, setChoices] = useState<MergeChoices>({})
  const isBehind = mayWrite && version.baseVersion !== version.activeVersion
  const preview = useQuery({
    ...trpc.thresholds.rebasePreview.queryOptions({ version: version.version }),
    enabled: isBehind,
  })
  if (!isBehind || preview.data === undefined || preview.data.status === 'current') return null
  const { conflicts, active, base, status } = preview.data
  return (
    <Panel title={t('rebaseTitle')}>
      <p>{t(status === 'behind' ? 'behind' : 'conflicting', { active, base })}</p>
      <ConflictList
        conflicts={conflicts}
        rules={[...version.rules.rules, ...version.activeRules.rules]}
        choices={choices}
        onChoose={setChoices}
      />
      <div className={classes.actions}>
        <Button
          loading={move.pending}
          disabled={conflicts.some(({ path }) => !choices[path])}
          onClick={() =>
            void move.run(({ thresholds }) =>
              thresholds.rebase.mutate({ version: version.version, edition: version.edition, choices }),
            )
          }
        >
          {t('rebase', { active })}
        </Button>
      </div>
    </Panel>
  )
}
