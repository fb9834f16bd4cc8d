'use client'

import { ActionIcon, Popover } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Icon } from '@/app/components/line-icon.tsx'
import { useScope } from '@/app/components/scope/use-scope.ts'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { StartStory } from '@/app/proposals/start-story.tsx'
import { type EveryMetricKey, everyMetric } from '@/domain/metrics/metrics.ts'
import classes from './tile.module.css'

/**
 * The definition of a metric one press away: formula, what is left out, version, the whole of it on its reference page, and the
 * way to propose an improvement with what the page shows of it as evidence.
 */
export function DefinitionMark({ metric }: { readonly metric: EveryMetricKey }) {
  const t = useTranslations('components.definition')
  const language = useLanguage()
  const { texts } = useScope()
  const mayPropose = useMay('analytics.read')
  const definition = everyMetric[metric]
  const name = definition.name[language]
  return (
    <Popover width={320} position="bottom-start" withArrow trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon size="xs" className={classes.mark} aria-label={t('label', { name })}>
          <Icon name="definition" size={13} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <p className={classes.definitionName}>{name}</p>
        <p className={classes.definitionText}>{definition.description[language]}</p>
        <dl className={classes.facts}>
          <dt>{t('formula')}</dt>
          <dd>{definition.formula[language]}</dd>
          <dt>{t('exclusions')}</dt>
          <dd>{definition.exclusions[language]}</dd>
          <dt>{t('basis')}</dt>
          <dd>{t(`bases.${definition.basis}`)}</dd>
          <dt>{t('version')}</dt>
          <dd>{definition.version}</dd>
        </dl>
        <Link href={`/reference/metrics#${metric}`}>{t('more')}</Link>
        {mayPropose && (
          <div className={classes.propose}>
            <StartStory source={{ kind: 'metric', id: metric, scope: texts }} />
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
