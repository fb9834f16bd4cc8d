import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** What an incident's own lines say, counted without any code of the product. Durations in ms. */
export interface IncidentCount {
  readonly incidents: number
  readonly handoffs: number
  readonly casesByHandoffs: Readonly<Record<number, number>>
  readonly pingPongs: number
  readonly incidentsWithPingPong: number
  readonly accepted: number
  readonly acceptance: { readonly p50: number; readonly p90: number }
  readonly firstResolution: { readonly p50: number; readonly p90: number }
  readonly reopened: number
  readonly reopenings: number
  readonly reopenedWithin7Days: number
  readonly desks: number
  readonly transfers: ReadonlyMap<string, number>
}

const dayMs = 86_400_000

/** Counts over the file by the mapping of the preset's documentation, straight from the lines. */
export function countIncidentLog(file: string): IncidentCount {
  const [header = '', ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split(/\r?\n/)
  const names = header.split(',')
  const incidents = new Map<string, { line: string[]; place: number }[]>()
  lines.forEach((text, place) => {
    const line = text.split(',')
    const number = line[0]!
    incidents.set(number, [...(incidents.get(number) ?? []), { line, place }])
  })
  const get = (line: string[], name: string) => line[names.indexOf(name)]!
  const time = (text: string) => {
    const [date = '', clock = ''] = text.split(' ')
    const [day, month, year] = date.split('/').map(Number)
    const [hour, minute] = clock.split(':').map(Number)
    return Date.UTC(year!, month! - 1, day, hour, minute)
  }
  const casesByHandoffs: Record<number, number> = {}
  const acceptances: { ms: number; ended: boolean }[] = []
  const resolutions: number[] = []
  const transfers = new Map<string, number>()
  const desks = new Set<string>()
  const sums = { handoffs: 0, pingPongs: 0, incidentsWithPingPong: 0, accepted: 0 }
  const reopens = { reopened: 0, reopenings: 0, reopenedWithin7Days: 0 }
  for (const rows of incidents.values()) {
    rows.sort(
      (a, b) =>
        time(get(a.line, 'sys_updated_at')) - time(get(b.line, 'sys_updated_at')) ||
        Number(get(a.line, 'sys_mod_count')) - Number(get(b.line, 'sys_mod_count')) ||
        a.place - b.place,
    )
    let group: string | null = null
    const visits: { group: string; at: number; personAt: number | null }[] = []
    let lastAt = 0
    let firstResolved: number | null = null
    let lastReopen = 0
    let firstReopenAt: number | null = null
    let open = true
    let lastResolved = 0
    for (const { line } of rows) {
      const at = time(get(line, 'sys_updated_at'))
      const named = get(line, 'assignment_group')
      if (named !== '?' && named !== group) {
        group = named
        visits.push({ group, at, personAt: null })
        desks.add(group)
      }
      const visit = visits.at(-1)
      if (visit && visit.personAt === null && get(line, 'assigned_to') !== '?') visit.personAt = at
      const reopenCount = Number(get(line, 'reopen_count'))
      if (reopenCount > lastReopen) {
        firstReopenAt ??= at
        reopens.reopenings += 1
        lastReopen = reopenCount
        open = true
      }
      if (open && ['Resolved', 'Closed'].includes(get(line, 'incident_state'))) {
        open = false
        lastResolved = at
        firstResolved ??= at
      }
      lastAt = at
    }
    if (visits.length === 0) desks.add('none')
    const handoffs = visits.slice(1)
    sums.handoffs += handoffs.length
    casesByHandoffs[handoffs.length] = (casesByHandoffs[handoffs.length] ?? 0) + 1
    handoffs.forEach((visit, index) => {
      if (visit.personAt !== null) {
        sums.accepted += 1
        acceptances.push({ ms: visit.personAt - visit.at, ended: true })
        const pair = `${visits[index]!.group}>${visit.group}`
        transfers.set(pair, (transfers.get(pair) ?? 0) + 1)
      } else {
        const next = handoffs[index + 1]?.at ?? Math.max(visit.at, lastResolved)
        acceptances.push({ ms: next - visit.at, ended: false })
      }
    })
    // Groups along the way: A B A B holds three alternations.
    let runs = 0
    let length = 0
    for (let place = 1; place < visits.length; place++) {
      const back = place >= 2 && visits[place]!.group === visits[place - 2]!.group
      length = back ? length + 1 : 1
      if (length === 3) runs += 1
    }
    sums.pingPongs += runs
    if (runs > 0) sums.incidentsWithPingPong += 1
    const openedAt = time(get(rows[0]!.line, 'opened_at'))
    if (firstResolved === null)
      throw new Error(`An incident of the file is never resolved; last seen ${lastAt}`)
    resolutions.push(firstResolved - openedAt)
    if (lastReopen > 0) reopens.reopened += 1
    if (firstReopenAt !== null && firstReopenAt - firstResolved <= 7 * dayMs) reopens.reopenedWithin7Days += 1
  }
  return {
    ...{ incidents: incidents.size, casesByHandoffs, transfers, desks: desks.size, ...sums, ...reopens },
    acceptance: { p50: productLimit(acceptances, 0.5), p90: productLimit(acceptances, 0.9) },
    firstResolution: { p50: smallest(resolutions, 0.5), p90: smallest(resolutions, 0.9) },
  }
}

/** Kaplan and Meier by the book: at each time the share of those still waiting that did not end then. */
function productLimit(waits: readonly { ms: number; ended: boolean }[], p: number): number {
  const sorted = [...waits].sort((a, b) => a.ms - b.ms)
  let survival = 1
  for (let place = 0; place < sorted.length;) {
    const { ms } = sorted[place]!
    const atRisk = sorted.length - place
    let ended = 0
    for (; sorted[place]?.ms === ms; place++) if (sorted[place]!.ended) ended += 1
    survival *= 1 - ended / atRisk
    if (survival <= 1 - p + 1e-12) return ms
  }
  throw new Error('The curve does not come down so far')
}

function smallest(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.ceil(p * sorted.length) - 1]!
}
