import { type ClientBase } from 'pg'
import { AppError } from '../../../domain/errors/app-error.ts'
import { careContext } from '../../../domain/metrics/care/care-clock.ts'
import { type CareContext, type FactKind, timeOf } from '../../../domain/metrics/care/care-metric.ts'
import { createJudge, type Judge } from '../../../domain/metrics/care/judge-rows.ts'
import { type SelectedRows, selectRows } from '../../../domain/metrics/care/selected-rows.ts'
import {
  caseDimensionKeys,
  filterDimensions,
  handoffDimensionKeys,
} from '../../../domain/metrics/dimensions.ts'
import { type Filter } from '../../../domain/metrics/filter.ts'
import { type ResolvedScope, resolveScope, windowsOf } from '../../../domain/metrics/resolve-scope.ts'
import { type Scope } from '../../../domain/metrics/scope.ts'
import { businessMs } from '../../../domain/time/business-time.ts'
import { roundTheClock } from '../../../domain/time/calendar-versions.ts'
import { weekOf } from '../../../domain/time/epoch-week.ts'
import { covers, hullOf, type Interval } from '../../../domain/time/interval.ts'
import { loadDeskTerms } from '../../cases/cases.ts'
import { getOrganisation } from '../../organisation/organisation.ts'
import { inSnapshot } from '../../db/in-snapshot.ts'
import { findCareDataSpan } from './care-data-span.ts'
import { type SpecOf } from './fact-sources.ts'
import { readChunks, readRevisions, type Revisions } from './read-chunks.ts'

const judge = createJudge()

/** One moment of the database at one scope: everything on a page is asked of the same reading, so that it adds up. */
export interface CareReading {
  readonly client: ClientBase
  readonly resolved: ResolvedScope
  readonly context: CareContext
  /** Keeps what is settled beside the chunks that the process keeps. */
  readonly judge: Judge
  /** The rows of a kind in a range that the filters let through; asked for once a range. */
  readonly select: <Kind extends FactKind>(kind: Kind, range: Interval) => Promise<SelectedRows<SpecOf<Kind>>>
}

/**
 * Runs reads of figures over cases and handoffs at a scope, all of one moment; `within` cuts the period to instants.
 *
 * @throws AppError `invalidInput` for a filter that cases do not have or too many buckets, `unprocessable` for the period
 * `all` without data.
 */
export async function openReading<Result>(
  scope: Scope,
  now: number,
  read: (reading: CareReading) => Promise<Result>,
  within?: Interval,
): Promise<Result> {
  refuseForeignFilters(scope.filters)
  const { zone: organisationZone } = await getOrganisation()
  return inSnapshot(async (client) =>
    read(await readingIn(client, scope, { now, organisationZone, ...(within && { within }) })),
  )
}

/** The same on a caller's own snapshot; the scope's filters are ones that cases have. */
export async function readingIn(
  client: ClientBase,
  scope: Scope,
  {
    now,
    organisationZone,
    within,
  }: { readonly now: number; readonly organisationZone: string; readonly within?: Interval },
): Promise<CareReading> {
  const dataSpan = scope.period.kind === 'all' ? await findCareDataSpan(client) : null
  const resolved = resolveScope(scope, { now, organisationZone, dataSpan, ...(within && { within }) })
  const { calendarOf } = await loadDeskTerms(client)
  const context = careContext(now, (desk, emergency, since) =>
    businessMs(emergency ? roundTheClock : calendarOf(desk), since, now),
  )
  // What a period is compared with is asked for together with it: one question for both.
  let asked: { readonly range: Interval; readonly revisions: Promise<Revisions> } | null = null
  const revisionsIn = async (range: Interval): Promise<Revisions> => {
    if (asked === null || !covers(asked.range, range)) {
      const whole = hullOf([range, ...windowsOf(resolved)])
      asked = { range: whole, revisions: readRevisions(client, whole) }
    }
    const revisions = await asked.revisions
    return revisions.filter(({ week }) => week >= weekOf(range.from) && week <= weekOf(range.to - 1))
  }
  const selections = new Map<string, Promise<SelectedRows<SpecOf<FactKind>>>>()
  const select: CareReading['select'] = (kind, range) => {
    const key = `${kind} ${range.from} ${range.to}`
    const known = selections.get(key) ?? selectFacts({ client, revisionsIn }, kind, range, resolved.filters)
    selections.set(key, known)
    return known as never
  }
  return { client, resolved, context, judge, select }
}

async function selectFacts(
  source: { readonly client: ClientBase; readonly revisionsIn: (range: Interval) => Promise<Revisions> },
  kind: FactKind,
  range: Interval,
  filters: readonly Filter[],
): Promise<SelectedRows<SpecOf<FactKind>>> {
  if (range.to <= range.from) return []
  const chunks = await readChunks(source.client, kind, await source.revisionsIn(range))
  const known = filters.filter(({ dimension }) => kind === 'handoffs' || isOfCases(dimension))
  return selectRows(chunks as never, timeOf[kind] as never, range, known)
}

/** A case has no way of being handed over: such filters narrow handoffs alone. */
function isOfCases(dimension: string): boolean {
  return (caseDimensionKeys as readonly string[]).includes(dimension)
}

function refuseForeignFilters(filters: readonly Filter[]): void {
  const foreign = filters.find(
    ({ dimension }) => !(handoffDimensionKeys as readonly string[]).includes(dimension),
  )
  if (foreign === undefined) return
  throw new AppError('invalidInput', {
    userMessage: `Cases and handoffs cannot be filtered by "${filterDimensions[foreign.dimension].name.en}". Remove that filter.`,
    problems: [{ path: 'scope.filter', code: 'notFilterable', message: foreign.dimension }],
  })
}
