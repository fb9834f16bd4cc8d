import { resolveScope } from '../../domain/metrics/resolve-scope.ts'
import { type Scope } from '../../domain/metrics/scope.ts'
import { getDataSpan } from '../analytics/analytics.ts'
import { getPrisma } from '../db/prisma.ts'
import { listProposalMarkers } from '../effects/effects.ts'
import { getOrganisation } from '../organisation/organisation.ts'
import { listMarkers as listThresholdMarkers } from '../thresholds/thresholds.ts'
import { type noteKinds } from './chart-notes.ts'

/** More than these hide the chart; the earliest of a long period are left out and counted. */
const markersAtMost = 60

type NoteKind = (typeof noteKinds)[number]

/** Something that happened in a period and may explain a change. */
export type ChartMarker = { readonly id: string; /** Epoch ms. */ readonly at: number } & (
  | {
      readonly kind: 'thresholds'
      readonly what: string
      readonly subject: 'ruleSetVersion' | 'ruleIncident'
      readonly subjectId: string
      readonly rules: readonly string[]
    }
  | { readonly kind: 'proposal'; readonly title: string }
  | { readonly kind: NoteKind; readonly text: string; readonly mine: boolean }
)

/** What happened in a scope's period: moved thresholds, implemented proposals, incidents and notes that the person may read. */
export async function listMarkers(
  scope: Scope,
  { now, personId }: { readonly now: number; readonly personId: string },
): Promise<{ readonly markers: readonly ChartMarker[]; readonly leftOut: number }> {
  const { zone: organisationZone } = await getOrganisation()
  const dataSpan = scope.period.kind === 'all' ? await getDataSpan() : null
  if (scope.period.kind === 'all' && dataSpan === null) return { markers: [], leftOut: 0 }
  const { window } = resolveScope(
    { ...scope, bucket: null, compare: null },
    { now, organisationZone, dataSpan },
  )
  const range = { from: window.period.from, to: window.period.to }
  const [thresholds, proposals, notes] = await Promise.all([
    listThresholdMarkers(range),
    listProposalMarkers(range),
    getPrisma().chartNote.findMany({
      where: {
        deletedAt: null,
        at: { gte: new Date(range.from), lt: new Date(range.to) },
        OR: [{ createdBy: personId }, { kind: { not: 'own' } }],
      },
      orderBy: { at: 'asc' },
    }),
  ])
  const all: ChartMarker[] = [
    ...thresholds.map(({ id, at, kind, subjectKind, subjectId, rules }): ChartMarker => ({
      ...{ kind: 'thresholds', id, at, what: kind, subject: subjectKind, subjectId, rules },
    })),
    ...proposals.map(({ id, at, title }): ChartMarker => ({ kind: 'proposal', id, at, title })),
    ...notes.map((note): ChartMarker => ({
      ...{ kind: note.kind as NoteKind, id: note.id, at: note.at.getTime(), text: note.text },
      mine: note.createdBy === personId,
    })),
  ].sort((left, right) => left.at - right.at || (left.id < right.id ? -1 : 1))
  return { markers: all.slice(-markersAtMost), leftOut: Math.max(0, all.length - markersAtMost) }
}
