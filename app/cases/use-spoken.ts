'use client'

import { parseAsInteger, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { isSpokenOf, overlapsSpoken, type Span, spokenSpans } from '@/domain/cases/spoken-spans.ts'
import { type CareMetricKey, careMetricKeys, careMetrics } from '@/domain/metrics/care/care-metrics.ts'
import type { CaseDetail } from './use-case.ts'

/** What the figure that led here speaks of: its stretches of this case, ascending, and what belongs to them. */
export interface Spoken {
  readonly metric: CareMetricKey
  readonly spans: readonly Span[]
  readonly holds: (at: number) => boolean
  readonly overlaps: (span: Span) => boolean
}

const parameters = { figure: parseAsStringLiteral(careMetricKeys), at: parseAsInteger }

/** From the address (`?figure=customer-gap&at=...`); null when the page was opened without a figure. */
export function useSpoken(detail: CaseDetail): Spoken | null {
  const [{ figure, at }] = useQueryStates(parameters)
  if (figure === null || at === null) return null
  const spans = spokenSpans(careMetrics[figure].speaksOf, at, {
    openedAt: detail.openedAt.getTime(),
    firstAnswerAt: epochOf(detail.firstAnswerAt),
    firstResolvedAt: epochOf(detail.firstResolvedAt),
    lastResolvedAt: epochOf(detail.lastResolvedAt),
    containedAt: epochOf(detail.containedAt),
    lastContactAt: epochOf(detail.lastContactAt),
    isOpen: detail.status === 'open',
    events: detail.events,
    segments: detail.segments,
    handoffs: detail.handoffs.map((handoff) => ({
      offeredAt: handoff.offeredAt.getTime(),
      acceptedAt: epochOf(handoff.acceptedAt),
      releasedAt: epochOf(handoff.releasedAt),
      servedAt: epochOf(handoff.servedAt),
      endedAt: epochOf(handoff.endedAt),
    })),
    promises: detail.promises.map(({ madeAt, dueAt }) => ({
      ...{ madeAt: madeAt.getTime(), dueAt: dueAt.getTime() },
    })),
    memos: detail.memos.map(({ sentAt, decidedAt }) => ({
      ...{ sentAt: sentAt.getTime(), decidedAt: epochOf(decidedAt) },
    })),
  })
  return {
    ...{ metric: figure, spans },
    holds: (instant) => isSpokenOf(spans, instant),
    overlaps: (span) => overlapsSpoken(spans, span),
  }
}

function epochOf(date: Date | null): number | null {
  return date?.getTime() ?? null
}
