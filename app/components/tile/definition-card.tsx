'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useScope } from '@/app/components/scope/use-scope.ts'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { StartStory } from '@/app/proposals/start-story.tsx'
import { type EveryMetricKey, everyMetric } from '@/domain/metrics/metrics.ts'
import classes from './tile.module.css'

/** What `DefinitionMark` shows; with the texts of all metrics in all languages, so it is loaded when it is asked for. */
export function DefinitionCard({ metric }: { readonly metric: EveryMetricKey }) {
  const t = useTranslations('components.definition')
  const language = useLanguage()
  const { texts } = useScope()
  const mayPropose = useMay('analytics.read')
  const definition = everyMetric[metric]
  return (
    <>
      <p className={classes.definitionName}>{definition.name[language]}</p>
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
    </>
  )
}
