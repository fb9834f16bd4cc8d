'use client'

import { useTranslations } from 'next-intl'
import { Fact, FactList } from '@/app/components/fact-list.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import type { Redecided } from '@/server/thresholds/redecide.ts'
import { writeThreshold } from './write-threshold.ts'

/** What was decided then, beside what comes out by the version that was asked now. */
export function RedecidedAnswer({ found }: { readonly found: Redecided }) {
  const t = useTranslations('thresholds')
  const language = useLanguage()
  const write = ({
    rule,
    lineNo,
    value,
    threshold,
  }: Redecided['then'][number] | Redecided['again'][number]) => {
    const about = found.rules[rule]
    if (about === undefined) return t('firedAt', { rule, value, threshold })
    const words = (of: number) =>
      writeThreshold(of, about.signal, { language, currency: found.currency, words: t as never })
    return t(lineNo === 0 ? 'firedAt' : 'firedOnLine', {
      rule: about.name[language],
      line: lineNo,
      value: words(value),
      threshold: words(threshold),
    })
  }
  return (
    <>
      <p role="status">
        <strong>{found.identical ? t('identical') : t('otherwise')}</strong>{' '}
        {t.rich('decidedThen', {
          at: () => <Instant at={found.occurredAt} style="dateTime" />,
          seen: () => <Instant at={found.receivedAt} style="dateTime" />,
          decision: t(`decisions.${found.decision}`),
          version: found.decidedBy,
        })}
      </p>
      <FactList>
        <Fact name={t('then')}>
          {found.then.length === 0
            ? t('noRuleFired')
            : found.then.map((one) => (
                <div key={`${one.rule} ${one.lineNo}`}>
                  {write(one)}
                  {one.heldBack !== null && ` · ${t(`heldBack.${one.heldBack}`)}`}
                </div>
              ))}
        </Fact>
        <Fact name={t('byVersion', { version: found.version })}>
          {found.again.length === 0
            ? t('noRuleFired')
            : found.again.map((one) => <div key={`${one.rule} ${one.lineNo}`}>{write(one)}</div>)}
        </Fact>
      </FactList>
    </>
  )
}
