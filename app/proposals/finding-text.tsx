'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Duration } from '@/app/components/duration.tsx'
import { DeskName } from '@/app/cases/desk-name.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatNumber } from '@/domain/format/format-number.ts'
import { everyMetric, type EveryMetricKey } from '@/domain/metrics/metrics.ts'
import type { Finding } from '@/domain/proposals/finding.ts'

/** What the product found, in a sentence with its figures: "from branch to cards took 3.1 times the usual". */
export function FindingText({ finding }: { readonly finding: Finding }) {
  const t = useTranslations('proposals')
  const language = useLanguage()
  switch (finding.kind) {
    case 'handoff':
      return t.rich('finding.handoff', {
        ...{ times: formatNumber(finding.valueMs / finding.usualMs, language, 1), n: finding.n },
        from: () => <DeskName desk={finding.fromDesk} />,
        to: () => <DeskName desk={finding.toDesk} />,
        value: () => <Duration ms={finding.valueMs} />,
        usual: () => <Duration ms={finding.usualMs} />,
      })
    case 'resolution':
      return t.rich('finding.resolution', {
        ...{ times: formatNumber(finding.valueMs / finding.usualMs, language, 1), n: finding.n },
        value: () => <Duration ms={finding.valueMs} />,
        usual: () => <Duration ms={finding.usualMs} />,
      })
    case 'rule':
      return t('finding.rule', {
        ...{ rule: finding.rule, days: finding.days, asked: finding.asked },
        ...{ answered: finding.answered, intended: finding.intended },
      })
    case 'metric':
      return t.rich('finding.metric', {
        metric: () => (
          <Link href={`/reference/metrics#${finding.metric}`}>
            {everyMetric[finding.metric as EveryMetricKey]?.name[language] ?? finding.metric}
          </Link>
        ),
      })
    default:
      return finding satisfies never
  }
}
