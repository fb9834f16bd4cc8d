import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { PageHead } from '@/app/components/page-head.tsx'
import type { Language } from '@/domain/language/language.ts'
import { filterDimensions } from '@/domain/metrics/dimensions.ts'
import { everyMetric, everyMetricKeys } from '@/domain/metrics/metrics.ts'
import classes from '../reference.module.css'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reference.metrics'))('title') }
}

/** Every metric as its registry defines it: what the numbers of all pages mean. */
export default async function MetricsPage() {
  await requirePermission('reference.read')
  const [t, locale] = await Promise.all([getTranslations('reference.metrics'), getLocale()])
  const language = locale as Language
  return (
    <>
      <PageHead title={t('title')} text={t('text')} />
      <ul className={classes.contents} aria-label={t('contents')}>
        {everyMetricKeys.map((key) => (
          <li key={key}>
            <a href={`#${key}`}>{everyMetric[key].name[language]}</a>
          </li>
        ))}
      </ul>
      {everyMetricKeys.map((key) => {
        const metric = everyMetric[key]
        return (
          <section key={key} id={key} className={classes.entry} aria-label={metric.name[language]}>
            <h2>{metric.name[language]}</h2>
            <span className={classes.key}>{key}</span>
            <p>{metric.description[language]}</p>
            <dl className={classes.facts}>
              <dt>{t('formula')}</dt>
              <dd>{metric.formula[language]}</dd>
              <dt>{t('exclusions')}</dt>
              <dd>{metric.exclusions[language]}</dd>
              <dt>{t('unit')}</dt>
              <dd>{t(`units.${metric.unit}`)}</dd>
              <dt>{t('direction')}</dt>
              <dd>{t(`directions.${metric.direction}`)}</dd>
              <dt>{t('basis')}</dt>
              <dd>{t(`bases.${metric.basis}`)}</dd>
              <dt>{t('total')}</dt>
              <dd>{t(`totals.${metric.total}`)}</dd>
              <dt>{t('dimensions')}</dt>
              <dd>
                {metric.dimensions.map((dimension) => filterDimensions[dimension].name[language]).join(', ')}
              </dd>
              <dt>{t('version')}</dt>
              <dd>{metric.version}</dd>
              <dt>{t('source')}</dt>
              <dd>{metric.source}</dd>
            </dl>
          </section>
        )
      })}
    </>
  )
}
