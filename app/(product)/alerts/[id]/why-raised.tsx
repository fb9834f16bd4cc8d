'use client'

import { useTranslations } from 'next-intl'
import type { AlertData } from './alert-data.ts'
import classes from './alert.module.css'

/** The reasons in words, each with the name of its rule. */
export function WhyRaised({ data }: { readonly data: AlertData }) {
  const t = useTranslations('alerts.page')
  // Rules raise with a hit each; only the random sample has none.
  if (data.hits.length === 0) return <p>{t('sampled')}</p>
  return (
    <ul className={classes.reasons}>
      {data.hits.map((hit) => (
        <li key={`${hit.transactionId} ${hit.revision} ${hit.lineNo} ${hit.rule}`}>
          <span className={classes.rule}>
            {hit.ruleName}
            {hit.lineNo !== null && ` · ${t('lineNo', { line: hit.lineNo })}`}
          </span>
          {hit.explanation ?? t('otherTransaction', { id: hit.transactionId, rule: hit.ruleName })}
          {!hit.current && <span className={classes.quiet}> {t('corrected')}</span>}
        </li>
      ))}
    </ul>
  )
}
