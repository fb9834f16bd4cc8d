import { z } from 'zod'
import { type Language, languages, type Localized } from '../../domain/language/language.ts'
import { isOpenAt, nextOpening } from '../../domain/time/business-time.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { type Tx } from '../db/prisma.ts'
import { loadDeskCalendars } from './desk-calendars.ts'

const localizedSchema = z.object({ en: z.string(), pl: z.string(), ru: z.string() })

/** What a desk must be told: one field of its brief. */
export const briefFieldSchema = z.object({ key: z.string(), label: localizedSchema, required: z.boolean() })
export type BriefField = z.infer<typeof briefFieldSchema>

/** What a sender sees of a desk before handing over. */
export interface DeskStatus {
  readonly key: string
  readonly name: Localized
  readonly phone: string | null
  readonly open: boolean
  /** Epoch ms; null while it is open, or when it never opens again. */
  readonly opensAt: number | null
  /** Whether the person who looks belongs to it. */
  readonly mine: boolean
  /** Members who take work now, without the person who looks: nobody hands over to themselves. */
  readonly available: number
  /** In which languages those members serve customers; empty where nobody has said. */
  readonly languages: readonly Language[]
  /** Offers that nobody has accepted yet. */
  readonly waiting: number
  /** Median calendar ms from offer to acceptance of what was accepted of the last 24 hours' offers; null below three of them. */
  readonly usualAcceptanceMs: number | null
  readonly acceptMinutes: number
  readonly brief: readonly BriefField[]
}

const rowSchema = z.object({
  key: z.string(),
  name: localizedSchema,
  phone: z.string().nullable(),
  accept_minutes: z.number(),
  brief_fields: z.array(briefFieldSchema),
  mine: z.boolean(),
  available: z.coerce.number(),
  languages: z.array(z.enum(languages)),
  waiting: z.coerce.number(),
  accepted_lately: z.coerce.number(),
  usual_ms: z.coerce.number().nullable(),
})

/**
 * All active desks (or the one of the key `only`) with their state at `now`, by name, as the person `viewer` sees them (null: nobody
 * in particular). One query and the calendars.
 */
export async function listDeskStatuses(
  tx: Tx,
  now: number,
  { viewer, only }: { readonly viewer: string | null; readonly only?: string },
): Promise<DeskStatus[]> {
  const calendarOf = await loadDeskCalendars(tx)
  const since = new Date(now - 86_400_000)
  const me = viewer ?? ''
  const takesWork = Prisma.sql`m.desk_key = d.key AND m.person_id::text <> ${me}
    AND NOT (coalesce(s.state, 'here') = 'away' AND (s.until IS NULL OR s.until > ${new Date(now)}))`
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT d.key, d.name, d.phone, d.accept_minutes, d.brief_fields,
      EXISTS (SELECT 1 FROM desk_members m WHERE m.desk_key = d.key AND m.person_id::text = ${me}) AS mine,
      (SELECT count(*) FROM desk_members m JOIN people p ON p.id = m.person_id AND p.status = 'active'
        LEFT JOIN presence s ON s.person_id = m.person_id WHERE ${takesWork}) AS available,
      ARRAY(SELECT DISTINCT unnest(m.languages) FROM desk_members m JOIN people p ON p.id = m.person_id AND p.status = 'active'
        LEFT JOIN presence s ON s.person_id = m.person_id WHERE ${takesWork}) AS languages,
      (SELECT count(*) FROM handoffs h WHERE h.to_desk = d.key AND h.state = 'offered') AS waiting,
      t.accepted AS accepted_lately, t.usual AS usual_ms
    FROM desks d
    CROSS JOIN LATERAL (
      SELECT count(*) AS accepted, percentile_cont(0.5) WITHIN GROUP (ORDER BY h.acceptance_ms) AS usual
      FROM handoffs h WHERE h.to_desk = d.key AND h.accepted_at IS NOT NULL AND h.offered_at >= ${since}
    ) t
    WHERE d.active AND ${only === undefined ? Prisma.sql`TRUE` : Prisma.sql`d.key = ${only}`}
    ORDER BY d.name->>'en'`
  return rows.map((raw) => {
    const row = rowSchema.parse(raw)
    const calendar = calendarOf(row.key)
    const open = isOpenAt(calendar, now)
    return {
      ...{
        key: row.key,
        name: row.name,
        phone: row.phone,
        open,
        mine: row.mine,
        available: row.available,
        languages: row.languages,
        waiting: row.waiting,
      },
      opensAt: open ? null : nextOpening(calendar, now),
      usualAcceptanceMs: row.accepted_lately >= 3 ? row.usual_ms : null,
      ...{ acceptMinutes: row.accept_minutes, brief: row.brief_fields },
    }
  })
}
