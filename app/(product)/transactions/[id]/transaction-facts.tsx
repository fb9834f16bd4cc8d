'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { PurchaseFacts } from '@/app/(product)/alerts/[id]/purchase-facts.tsx'
import { useValueLabel } from '@/app/(product)/review/use-value-label.ts'
import { Fact, FactList } from '@/app/components/fact-list.tsx'
import { useMay } from '@/app/components/shell/shell-context.tsx'
import type { TransactionPage } from '@/server/alerts/alert-page/get-transaction-page.ts'

/** What the purchase was, and what came of it. */
export function TransactionFacts({ data }: { readonly data: TransactionPage }) {
  const t = useTranslations('alerts.transactionPage')
  const page = useTranslations('alerts.page')
  const alerts = useTranslations('alerts')
  const labelOf = useValueLabel()
  const mayReadThresholds = useMay('thresholds.read')
  const { alert } = data
  const version = page('version', { version: data.decidedBy })
  return (
    <FactList>
      <Fact name={t('came')}>{whatCame()}</Fact>
      <Fact name={page('ruleSet')}>
        {mayReadThresholds ? <Link href={`/thresholds/${data.decidedBy}`}>{version}</Link> : version}
      </Fact>
      <PurchaseFacts data={data} />
    </FactList>
  )

  function whatCame(): ReactNode {
    if (alert !== null) {
      const answer =
        alert.outcome === null ? alerts(`states.${alert.status}`) : labelOf('outcome', alert.outcome)
      return (
        <>
          {t('asked')} · <Link href={`/alerts/${alert.id}`}>{alert.reference}</Link> · {answer}
        </>
      )
    }
    if (data.heldBack.length === 0) return t('nobodyAsked')
    return (
      <>
        {t('nobodyAsked')}
        {data.heldBack.map(({ rule, lineNo, ruleName, reason }) => (
          <div key={`${rule} ${lineNo}`}>
            {ruleName}
            {lineNo > 0 && ` · ${page('lineNo', { line: lineNo })}`} · {alerts(`reasons.${reason}`)}
          </div>
        ))}
      </>
    )
  }
}
