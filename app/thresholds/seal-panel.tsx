'use client'

import { useTranslations } from 'next-intl'
import { DataTable } from '@/app/components/data-table.tsx'
import { Fact, FactList } from '@/app/components/fact-list.tsx'
import { Instant } from '@/app/components/instant.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatNumber, formatSigned } from '@/domain/format/format-number.ts'
import type { WhatIfResult } from '@/domain/what-if/what-if-result.ts'
import classes from './thresholds.module.css'
import type { VersionData } from './version-data.ts'

/** The sealed bundle: what was tested, and the hashes that bind it together. */
export function SealPanel({ version }: { readonly version: VersionData }) {
  const t = useTranslations('thresholds')
  const language = useLanguage()
  const { bundle } = version
  if (bundle === null) {
    return (
      <Panel title={t('sealed')}>
        <p className={classes.quiet}>{t('notSealed')}</p>
      </Panel>
    )
  }
  // The server sealed it as the what-if computed it.
  const result = bundle.result as WhatIfResult
  const number = (value: number) => formatNumber(value, language)
  const rows = [
    [
      t('asked'),
      number(result.base.asked),
      number(result.draft.asked),
      result.draft.asked - result.base.asked,
    ],
    ...(['intended', 'mistake', 'fraud', 'unreachable', 'neverAsked'] as const).map((answer) => {
      const [before, after] = [result.base, result.draft].map(
        (side) => side.outcomes.by[answer]?.transactions ?? 0,
      )
      return [t(`answersOf.${answer}`), number(before!), number(after!), after! - before!] as const
    }),
    [
      t('customersAsked'),
      ...[number(result.base.customers), number(result.draft.customers)],
      result.draft.customers - result.base.customers,
    ],
  ] as const
  return (
    <Panel title={t('sealed')}>
      <p className={version.sealIntact === false ? classes.changed : classes.quiet} role="status">
        {version.sealIntact === false ? t('sealBroken') : t('sealWhole')}
      </p>
      <FactList>
        <Fact name={t('seal')}>
          <span className={classes.seal}>{bundle.seal}</span>
        </Fact>
        <Fact name={t('testedOn')}>
          <Instant at={bundle.windowFrom} style="dateTime" /> –{' '}
          <Instant at={bundle.windowTo} style="dateTime" />,{' '}
          {t('purchases', { count: result.transactions, shown: number(result.transactions) })}
        </Fact>
        <Fact name={t('testedAgainst')}>{t('version', { version: bundle.against })}</Fact>
        <Fact name={t('rulesHash')}>
          <span className={classes.seal}>{bundle.rulesHash}</span>
        </Fact>
        <Fact name={t('dataHash')}>
          <span className={classes.seal}>{bundle.dataHash}</span>
        </Fact>
        <Fact name={t('resultHash')}>
          <span className={classes.seal}>{bundle.resultHash}</span>
        </Fact>
      </FactList>
      <DataTable
        label={t('whatItWouldHaveDone')}
        rows={rows}
        rowKey={([label]) => label}
        columns={[
          { key: 'measure', header: t('whatItWouldHaveDone'), cell: ([label]) => label },
          {
            key: 'before',
            header: t('version', { version: bundle.against }),
            align: 'end',
            cell: ([, before]) => before,
          },
          {
            key: 'after',
            header: t('version', { version: version.version }),
            align: 'end',
            cell: ([, , after]) => after,
          },
          {
            key: 'difference',
            header: t('difference'),
            align: 'end',
            cell: ([, , , difference]) => formatSigned(difference, language),
          },
        ]}
      />
    </Panel>
  )
}
