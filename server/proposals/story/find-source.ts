import { isPermitted } from '../../../domain/access/permissions.ts'
import { alertOutcomes } from '../../../domain/alerts/alert-state.ts'
import { type Finding, fewestComparable, isWorthTelling } from '../../../domain/proposals/finding.ts'
import { type StorySource } from '../../../domain/proposals/story.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { everyMetric, everyMetricKeys } from '../../../domain/metrics/metrics.ts'
import { defaultScope, type Scope } from '../../../domain/metrics/scope.ts'
import { type AskedFacts } from '../../../domain/proposals/story-facts.ts'
import { type Localized } from '../../../domain/language/language.ts'
import { listValueNames } from '../../analytics/analytics.ts'
import { getCase } from '../../cases/cases.ts'
import { getPrisma } from '../../db/prisma.ts'
import { type PersonAct } from '../person-change.ts'
import { measureMetricFinding } from './metric-finding.ts'

/** What a story starts from: the facts that fill its first answer, and what the product found. */
export interface SourceFacts {
  /** null: there is nothing to fill in. */
  readonly summary: string | null
  /** Facts about how it went; words come from `story-facts.ts`. */
  readonly course: {
    readonly openedAt: number
    readonly resolvedAt: number | null
    readonly handoffs: number
  } | null
  /** What was asked and how it ended; words come from `story-facts.ts`. */
  readonly asked: AskedFacts | null
  readonly name: Localized | null
  readonly desk: string | null
  readonly findings: readonly Finding[]
}

const nothing: SourceFacts = {
  ...{ summary: null, course: null, asked: null, name: null, desk: null },
  findings: [],
}

/** Reads what a story begins with, within the person's own reach. Throws `notFound` or `forbidden` outside of it. */
export async function findSource(source: StorySource, act: PersonAct): Promise<SourceFacts> {
  switch (source.kind) {
    case 'scratch':
      return nothing
    case 'case':
      return ofCase(source.id ?? '', act)
    case 'alert':
      return ofAlert(source.id ?? '', act.now)
    case 'rule':
      return ofRule(source.id ?? '', act.now)
    case 'metric':
      return ofMetric(source.id ?? '', source.scope ?? defaultScope, act)
    default:
      return source.kind satisfies never
  }
}

async function ofCase(caseId: string, act: PersonAct): Promise<SourceFacts> {
  const found = await getCase(requireUuid(caseId), act)
  const resolvedAt = found.lastResolvedAt?.getTime() ?? null
  const openedAt = found.openedAt.getTime()
  return {
    ...nothing,
    summary: found.summary,
    course: { openedAt, resolvedAt, handoffs: found.handoffs.length },
    name: found.kindName as Localized | null,
    desk: found.desk,
    findings: [
      ...(await handoffFindings(caseId, openedAt)),
      ...(resolvedAt === null
        ? []
        : await resolutionFindings(found.kind, caseId, openedAt, resolvedAt - openedAt)),
    ],
  }
}

/** The slowest acceptance of the case against the usual of the same two desks in the 90 days before it. */
async function handoffFindings(caseId: string, before: number): Promise<Finding[]> {
  const since = new Date(before - windowMs)
  const rows = await getPrisma().$queryRaw<
    { from: string; to: string; value: number; usual: number | null; n: number }[]
  >`
    SELECT h.from_desk AS "from", h.to_desk AS "to", h.acceptance_ms::float8 AS value, u.usual, u.n::int4 AS n
      FROM handoffs h
      CROSS JOIN LATERAL (
        SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY o.acceptance_ms) AS usual, count(*) AS n FROM handoffs o
         WHERE o.from_desk = h.from_desk AND o.to_desk = h.to_desk AND o.accepted_at IS NOT NULL AND o.case_id <> h.case_id
           AND o.offered_at >= ${since} AND o.offered_at < ${new Date(before)}) u
     WHERE h.case_id = ${caseId}::uuid AND h.accepted_at IS NOT NULL
     ORDER BY h.acceptance_ms / nullif(u.usual, 0) DESC NULLS LAST LIMIT 1`
  return rows.flatMap(({ from, to, value, usual, n }) =>
    usual !== null && n >= fewestComparable && isWorthTelling(value, usual)
      ? [{ kind: 'handoff' as const, fromDesk: from, toDesk: to, valueMs: value, usualMs: usual, n }]
      : [],
  )
}

async function resolutionFindings(
  kind: string,
  caseId: string,
  before: number,
  valueMs: number,
): Promise<Finding[]> {
  const [row] = await getPrisma().$queryRaw<{ usual: number | null; n: number }[]>`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM c.last_resolved_at - c.opened_at) * 1000) AS usual,
           count(*)::int4 AS n
      FROM cases c
     WHERE c.kind = ${kind} AND c.last_resolved_at IS NOT NULL AND c.id <> ${caseId}::uuid AND c.excluded IS NULL
       AND c.opened_at >= ${new Date(before - windowMs)} AND c.opened_at < ${new Date(before)}`
  if (!row || row.usual === null || row.n < fewestComparable || !isWorthTelling(valueMs, row.usual)) return []
  return [{ kind: 'resolution', caseKind: kind, valueMs, usualMs: row.usual, n: row.n }]
}

async function ofAlert(alertId: string, now: number): Promise<SourceFacts> {
  const alert = await getPrisma().alert.findFirst({
    where: { id: requireUuid(alertId) },
    select: { customerRef: true, question: true, raisedAt: true, outcome: true, outcomeAt: true },
  })
  if (!alert) throw unknown('There is no such alert, or not for you.')
  const hit = await getPrisma().alertHit.findFirst({
    where: { customerRef: alert.customerRef, alertId },
    orderBy: { rule: 'asc' },
    select: { rule: true },
  })
  const rule = hit === null ? nothing : await ofRule(hit.rule, now)
  return {
    ...rule,
    asked: {
      question: alert.question as Localized,
      outcome: alertOutcomes.find((one) => one === alert.outcome) ?? null,
      answeredAfterMs: alert.outcomeAt === null ? null : alert.outcomeAt.getTime() - alert.raisedAt.getTime(),
    },
  }
}

async function ofRule(rule: string, now: number): Promise<SourceFacts> {
  const name = (await listValueNames()).rules[rule]
  if (name === undefined) throw unknown('There is no such rule.')
  return { ...nothing, name, findings: await ruleFindings(rule, now) }
}

/** How the rule's questions of the last 90 days ended. */
async function ruleFindings(rule: string, now: number): Promise<Finding[]> {
  const [row] = await getPrisma().$queryRaw<{ asked: number; answered: number; intended: number }[]>`
    SELECT count(*)::int4 AS asked, (count(*) FILTER (WHERE a.outcome IN ('intended', 'mistake', 'fraud')))::int4 AS answered,
           (count(*) FILTER (WHERE a.outcome = 'intended'))::int4 AS intended
      FROM alert_hits h JOIN alerts a ON a.customer_ref = h.customer_ref AND a.id = h.alert_id
     WHERE h.rule = ${rule} AND a.raised_at >= ${new Date(now - windowMs)} AND a.raised_at < ${new Date(now)}`
  if (!row) return []
  return [{ kind: 'rule', rule, days: windowMs / 86_400_000, ...row }]
}

async function ofMetric(key: string, scope: Scope, { signedIn, now }: PersonAct): Promise<SourceFacts> {
  if (!isPermitted(signedIn.role, 'analytics.read')) {
    throw new AppError('forbidden', { userMessage: 'Your role cannot read the metrics of Review.' })
  }
  const metric = everyMetricKeys.find((one) => one === key)
  if (metric === undefined) throw unknown('There is no such metric.')
  return {
    ...nothing,
    name: everyMetric[metric].name,
    findings: [await measureMetricFinding(metric, scope, now)],
  }
}

/** With what "the usual" is compared: the 90 days before. */
const windowMs = 90 * 86_400_000

function requireUuid(id: string): string {
  if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(id))
    throw unknown('There is no such thing to begin with.')
  return id
}

function unknown(userMessage: string): AppError {
  return new AppError('notFound', { userMessage })
}
