import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { getCurrentOrganisation } from '@/app/access/current-organisation.ts'
import { requirePermission } from '@/app/access/require-permission.ts'
import { PageHead } from '@/app/components/page-head.tsx'
import { formatMoney } from '@/domain/format/format-money.ts'
import { formatNumber } from '@/domain/format/format-number.ts'
import type { Language } from '@/domain/language/language.ts'
import type { Signal } from '@/domain/screening/signal.ts'
import { signalKeys } from '@/domain/screening/signal-key.ts'
import { signals } from '@/domain/screening/signals.ts'
import { type WorkedExample, workedExample } from '@/domain/screening/worked-example.ts'
import classes from '../reference.module.css'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reference.signals'))('title') }
}

/** Every signal as its file defines it, with its example worked out by its own code. */
export default async function SignalsPage() {
  await requirePermission('reference.read')
  const [t, locale, { zone }] = await Promise.all([
    getTranslations('reference.signals'),
    getLocale(),
    getCurrentOrganisation(),
  ])
  const language = locale as Language
  return (
    <>
      <PageHead title={t('title')} text={t('text')} />
      <ul className={classes.contents} aria-label={t('contents')}>
        {signalKeys.map((key) => (
          <li key={key}>
            <a href={`#${key}`}>{signals[key].label[language]}</a>
          </li>
        ))}
      </ul>
      {signalKeys.map((key) => {
        const signal = signals[key]
        const example = workedExample(signal, language, zone)
        return (
          <section key={key} id={key} className={classes.entry} aria-label={signal.label[language]}>
            <h2>{signal.label[language]}</h2>
            <span className={classes.key}>{key}</span>
            <p>{signal.description[language]}</p>
            <dl className={classes.facts}>
              <dt>{t('unit')}</dt>
              <dd>{t(`units.${signal.unit}`)}</dd>
              <dt>{t('level')}</dt>
              <dd>{signal.levels.map((level) => t(`levels.${level}`)).join(', ')}</dd>
              <dt>{t('fires')}</dt>
              <dd>{t(`firing.${signal.fires}`)}</dd>
              <dt>{t('history')}</dt>
              <dd>{t('minimumHistory', { count: signal.minimumHistory })}</dd>
              <dt>{t('example')}</dt>
              <dd>
                {example.title} ({t('earlier', { count: example.earlier })})
              </dd>
              <dt>{t('value')}</dt>
              <dd>{writeValue(signal, example, language)}</dd>
              <dt>{t('explanation')}</dt>
              <dd>{example.explanation}</dd>
              <dt>{t('question')}</dt>
              <dd>
                <q>{example.question}</q>
              </dd>
            </dl>
          </section>
        )
      })}
    </>
  )
}

function writeValue(signal: Signal, example: WorkedExample, language: Language): string {
  return signal.unit === 'minorUnits'
    ? formatMoney(example.value, example.transaction.currency, language)
    : formatNumber(example.value, language, 2)
}
