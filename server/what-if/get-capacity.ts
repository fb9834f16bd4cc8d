import { z } from 'zod'
import { isPermitted } from '../../domain/access/permissions.ts'
import { roles } from '../../domain/access/roles.ts'
import { businessMs } from '../../domain/time/business-time.ts'
import { hourOfWeek, hoursOfWeek } from '../../domain/time/hour-of-week.ts'
import { offsetSegments } from '../../domain/time/offset-segments.ts'
import { getAskingPolicy } from '../asking/asking.ts'
import { loadDeskTerms } from '../cases/cases.ts'
import { inSnapshot } from '../db/in-snapshot.ts'
import { getOrganisation } from '../organisation/organisation.ts'

const hourMs = 3_600_000
/** Where nothing was measured yet. */
const usualMinutes = 6
const enoughAnswers = 20

/** How many questions people can ask. */
export interface Capacity {
  /** People on shift in each local hour of the week, Monday 00:00 first; by the hours of their desks. */
  readonly people: readonly number[]
  /** From taking an alert to its answer, the median of the last 90 days. */
  readonly minutesPerQuestion: number
  /** Whether the minutes were measured; otherwise they are an assumption. */
  readonly measured: boolean
}

const personRow = z.object({ id: z.string(), desks: z.array(z.string()) })
const minutesRow = z.object({ minutes: z.number().nullable(), answers: z.int() })

/** Who asks, when they are there by the calendar of the week before `now`, and how long a question takes. */
export async function getCapacity(now: number): Promise<Capacity> {
  const [{ zone }, { desks }] = await Promise.all([getOrganisation(), getAskingPolicy()])
  const asking = roles.filter((role) => isPermitted(role, 'alerts.work'))
  return inSnapshot(async (client) => {
    const { calendarOf } = await loadDeskTerms(client)
    const { rows: people } = await client.query(
      `SELECT p.id, coalesce(array_agg(m.desk_key) FILTER (WHERE m.desk_key IS NOT NULL), '{}') AS desks
       FROM people p LEFT JOIN desk_members m ON m.person_id = p.id
       WHERE p.status = 'active' AND p.role = ANY ($1) GROUP BY p.id`,
      [asking],
    )
    const { rows: took } = await client.query(
      `SELECT (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM outcome_at - claimed_at)) / 60)::float8 AS minutes,
         count(*)::int AS answers
       FROM alerts WHERE outcome_source = 'person' AND outcome_at >= claimed_at AND outcome_at < claimed_at + interval '4 hours'
         AND outcome_at >= $1`,
      [new Date(now - 90 * 24 * hourMs)],
    )
    const { minutes, answers } = minutesRow.parse(took[0])
    const onShift = new Float64Array(hoursOfWeek)
    const lastHour = Math.floor(now / hourMs) * hourMs
    const week = { from: lastHour - hoursOfWeek * hourMs, to: lastHour }
    const teams = z
      .array(personRow)
      .parse(people)
      .map((person) => person.desks.filter((desk) => desks.length === 0 || desks.includes(desk)))
      .filter((theirs) => theirs.length > 0)
    for (const { from, to, offsetMs } of offsetSegments(week, zone)) {
      for (let at = from; at < to; at += hourMs) {
        for (const theirs of teams) {
          const open = Math.max(...theirs.map((desk) => businessMs(calendarOf(desk), at, at + hourMs)))
          onShift[hourOfWeek(at, offsetMs)]! += open / hourMs
        }
      }
    }
    const measured = minutes !== null && minutes > 0 && answers >= enoughAnswers
    return { people: Array.from(onShift), minutesPerQuestion: measured ? minutes : usualMinutes, measured }
  })
}
