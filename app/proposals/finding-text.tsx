'use client'

import { useTranslations } from 'next-intl'
import { Duration } from '@/app/components/duration.tsx'
import { useCareNames } from '@/app/(product)/review/care/use-care-names.ts'
import { useValueLabel } from '@/app/(product)/review/use-value-label.ts'
import { type Finding, timesOf } from '@/domain/proposals/finding.ts'
import { MetricFindingText } from './metric-finding-text.tsx'

/** What the product found, in a sentence with its figures: "from branch to cards took 3.1 times the usual". */
export function FindingText({ finding }: { readonly finding: Finding }) {
  const t = useTranslations('proposals')
  const { deskName } = useCareNames('handoffs')
  const labelOf = useValueLabel()
  switch (finding.kind) {
    case 'handoff':
      return t.rich('finding.handoff', {
        ...{ times: timesOf(finding.valueMs, finding.usualMs), n: finding.n },
        from: () => deskName(finding.fromDesk),
        to: () => deskName(finding.toDesk),
        value: () => <Duration ms={finding.valueMs} />,
        usual: () => <Duration ms={finding.usualMs} />,
      })
    case 'resolution':
      return t.rich('finding.resolution', {
        ...{ times: timesOf(finding.valueMs, finding.usualMs), n: finding.n },
        value: () => <Duration ms={finding.valueMs} />,
        usual: () => <Duration ms={finding.usualMs} />,
      })
    case 'rule':
      return t('finding.rule', {
        ...{ rule: labelOf('rule', finding.rule), days: finding.days, asked: finding.asked },
        ...{ answered: finding.answered, intended: finding.intended },
      })
    case 'metric':
      return <MetricFindingText finding={finding} />
    default:
      return finding satisfies never
  }
}
