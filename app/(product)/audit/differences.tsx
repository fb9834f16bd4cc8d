'use client'

import { useTranslations } from 'next-intl'
import { listDifferences } from '@/domain/audit/list-differences.ts'
import classes from './audit.module.css'

/** Each touched value: what it was, struck through, and what it became. */
export function Differences(props: { readonly before: unknown; readonly after: unknown }) {
  const t = useTranslations('access.audit')
  const differences = listDifferences(props.before, props.after)
  if (differences.length === 0) return <span className={classes.dimmed}>{t('noValues')}</span>
  return (
    <dl className={classes.differences}>
      {differences.map(({ path, before, after }) => (
        <div key={path}>
          <dt>{path}</dt>
          <dd>
            {before !== null && <del aria-label={`${t('was')} ${before}`}>{before}</del>}
            {before !== null && <span aria-hidden> → </span>}
            <ins aria-label={`${t('became')} ${after ?? t('nothing')}`}>{after ?? t('nothing')}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
