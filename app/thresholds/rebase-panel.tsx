'use client'

import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Panel } from '@/app/components/panel.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { MergeChoice } from '@/domain/thresholds/merge-rule-sets.ts'
import { describePath } from './describe-path.ts'
import { Refusal } from './refusal.tsx'
import classes from './thresholds.module.css'
import { useVersionMove } from './use-version-move.ts'
import type { VersionData } from './version-data.ts'
import { writeLeaf } from './write-leaf.ts'

/** Shown when another version became active since: what both changed is chosen, everything else follows by itself. */
export function RebasePanel(props: { readonly version: VersionData; readonly mayWrite: boolean }) {
  const { version, mayWrite } = props
  const t = useTranslations('thresholds')
  const language = useLanguage()
  const trpc = useTRPC()
  const move = useVersionMove()
  const [choices, setChoices] = useState<Readonly<Record<string, MergeChoice>>>({})
  const isBehind = mayWrite && version.baseVersion !== version.activeVersion
  const preview = useQuery({
    ...trpc.thresholds.rebasePreview.queryOptions({ version: version.version }),
    enabled: isBehind,
  })
  if (!isBehind || preview.data === undefined || preview.data.status === 'current') return null
  const { conflicts, active, base, status } = preview.data
  const words = t as never
  return (
    <Panel title={t('rebaseTitle')}>
      <p>{t(status === 'behind' ? 'behind' : 'conflicting', { active, base })}</p>
      <ul className={classes.list}>
        {conflicts.map(({ path, mine, theirs }) => {
          const { subject, field } = describePath(path, { rules: version.rules.rules, language, words })
          return (
            <li key={path}>
              <NativeSelect
                label={`${subject}: ${field}`}
                value={choices[path] ?? ''}
                data={[
                  { value: '', label: t('choose') },
                  { value: 'mine', label: t('mine', { value: writeLeaf(mine, words) }) },
                  { value: 'theirs', label: t('theirs', { value: writeLeaf(theirs, words) }) },
                ]}
                onChange={(event) =>
                  setChoices({ ...choices, [path]: event.currentTarget.value as MergeChoice })
                }
              />
            </li>
          )
        })}
      </ul>
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
      <Refusal move={move} />
    </Panel>
  )
}
