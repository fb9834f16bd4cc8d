'use client'

import { Badge } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { ProposalStatus as Status } from '@/domain/proposals/proposal-state.ts'

const colours: Partial<Record<Status, string>> = {
  ...{ submitted: 'accent', inReview: 'accent', appealed: 'accent', accepted: 'teal', planned: 'teal' },
  ...{ inProgress: 'teal', implemented: 'teal', effectKnown: 'teal' },
}

/** Where a proposal stands, in a word. */
export function ProposalStatus({ status }: { readonly status: Status }) {
  const t = useTranslations('proposals')
  return (
    <Badge variant="light" tt="none" color={colours[status] ?? 'gray'}>
      {t(`status.${status}`)}
    </Badge>
  )
}
