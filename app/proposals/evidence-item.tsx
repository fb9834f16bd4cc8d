'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatNumber } from '@/domain/format/format-number.ts'
import { isTwin } from '@/domain/proposals/evidence.ts'
import { formatClock } from './clock-text.ts'
import { FindingText } from './finding-text.tsx'
import { Picture } from './picture.tsx'
import type { ProposalDetail } from './use-proposal.ts'

/** One piece of evidence: a download, a link with the part that matters, or a finding. */
export function EvidenceItem({
  evidence,
  detail,
  onRemove,
}: {
  readonly evidence: ProposalDetail['evidence'][number]
  readonly detail: ProposalDetail
  readonly onRemove?: () => void
}) {
  const t = useTranslations('proposals')
  return (
    <li>
      <span>
        <What evidence={evidence} detail={detail} />
      </span>
      {onRemove && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={onRemove}
          aria-label={t('evidence.removeOne', { label: evidence.label })}
        >
          {t('evidence.remove')}
        </Button>
      )}
    </li>
  )
}

interface WhatProps {
  readonly evidence: ProposalDetail['evidence'][number]
  readonly detail: ProposalDetail
}

function What({ evidence, detail }: WhatProps) {
  const t = useTranslations('proposals')
  if (evidence.finding !== null) return <FindingText finding={evidence.finding} />
  if (evidence.kind === 'file') return <FileText evidence={evidence} detail={detail} />
  const part =
    evidence.fromMs === null
      ? ''
      : ` · ${formatClock(evidence.fromMs)}${evidence.toMs === null ? '' : `–${formatClock(evidence.toMs)}`}`
  return (
    <>
      {evidence.url === null ? (
        evidence.label
      ) : (
        <a href={evidence.url} target="_blank" rel="noopener noreferrer">
          {evidence.label}
        </a>
      )}
      {part}
      {evidence.url === null && ` · ${t('evidence.linkCovered')}`}
    </>
  )
}

function FileText({ evidence, detail: { isAuthor, opensPictures } }: WhatProps) {
  const t = useTranslations('proposals')
  const language = useLanguage()
  const bytes = evidence.byteSize ?? 0
  const size =
    bytes < 1_000
      ? t('evidence.bytes', { size: bytes })
      : t('evidence.size', { size: formatNumber(bytes / 1_000, language, 1) })
  const label = `${evidence.label} · ${size}`
  if (!isAuthor && !isTwin(evidence.contentType)) {
    return opensPictures ? (
      <Picture evidenceId={evidence.id} name={evidence.label} label={label} />
    ) : (
      <>
        {label} · {t('evidence.pictureCovered')}
      </>
    )
  }
  return (
    <>
      <a href={`/proposals/files/${evidence.id}`} download>
        {evidence.label}
      </a>{' '}
      · {size}
    </>
  )
}
