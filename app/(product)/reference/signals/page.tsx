import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { getCurrentOrganisation } from '@/app/access/current-organisation.ts'
import { requirePermission } from '@/app/access/require-permission.ts'
import { Fact, FactList } from '@/app/components/fact-list.tsx'
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
            <FactList>
              <Fact name={t('unit')}>{t(`units.${signal.unit}`)}</Fact>
              <Fact name={t('level')}>{signal.levels.map((level) => t(`levels.${level}`)).join(', ')}</Fact>
              <Fact name={t('fires')}>{t(`firing.${signal.fires}`)}</Fact>
              <Fact name={t('history')}>{t('minimumHistory', { count: signal.minimumHistory })}</Fact>
              <Fact name={t('example')}>
                {example.title} ({t('earlier', { count: example.earlier })})
              </Fact>
              <Fact name={t('value')}>{writeValue(signal, example, language)}</Fact>
              <Fact name={t('explanation')}>{example.explanation}</Fact>
              <Fact name={t('question')}>
                <q>{example.question}</q>
              </Fact>
            </FactList>
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
