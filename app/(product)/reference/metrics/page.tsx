import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { requirePermission } from '@/app/access/require-permission.ts'
import { Fact, FactList } from '@/app/components/fact-list.tsx'
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
            <FactList>
              <Fact name={t('formula')}>{metric.formula[language]}</Fact>
              <Fact name={t('exclusions')}>{metric.exclusions[language]}</Fact>
              <Fact name={t('unit')}>{t(`units.${metric.unit}`)}</Fact>
              <Fact name={t('direction')}>{t(`directions.${metric.direction}`)}</Fact>
              <Fact name={t('basis')}>{t(`bases.${metric.basis}`)}</Fact>
              <Fact name={t('total')}>{t(`totals.${metric.total}`)}</Fact>
              <Fact name={t('dimensions')}>
                {metric.dimensions.map((dimension) => filterDimensions[dimension].name[language]).join(', ')}
              </Fact>
              <Fact name={t('version')}>{metric.version}</Fact>
              <Fact name={t('source')}>{metric.source}</Fact>
            </FactList>
          </section>
        )
      })}
    </>
  )
}
