import { type PoolClient } from 'pg'
import { type CaseLog } from '../../../domain/cases/log/case-log.ts'
import { incidentKind, unassignedDesk } from '../../../domain/imports/incident-log.ts'
import { type CaseLogMapping } from '../../../domain/imports/case-log-mapping.ts'
import { alwaysOpen } from '../../../domain/time/calendar.ts'
import { type Localized } from '../../../domain/language/language.ts'

/** Within how many minutes imported desks want to accept, until somebody sets it in Settings > Desks. */
const acceptMinutes = 240
/** Within how many minutes imported kinds want to be resolved: two days. Imported cases carry no target of their own. */
const targetMinutes = 2880

/**
 * Adds the desks and kinds that the incidents name and the organisation does not have: open round the clock and not active, so
 * that nobody hands over to a desk of a log before somebody has said that it exists. What exists stays as it is.
 */
export async function ensureLogDesks(
  client: PoolClient,
  incidents: readonly CaseLog[],
  mapping: CaseLogMapping,
): Promise<void> {
  const desks = [...new Set(incidents.flatMap(({ stays }) => stays.map(({ desk }) => desk)))]
  await client.query(
    `INSERT INTO desks (key, name, zone, brief_fields, accept_minutes, segments, languages, active)
     SELECT key, name, 'UTC', '[]', $3, '{}', '{}', false FROM unnest($1::text[], $2::jsonb[]) AS d (key, name)
     ON CONFLICT (key) DO NOTHING`,
    [desks, desks.map((desk) => JSON.stringify(deskName(desk))), acceptMinutes],
  )
  await client.query(
    `INSERT INTO desk_calendars (desk_key, valid_from, calendar)
     SELECT key, 'epoch', $2::jsonb FROM unnest($1::text[]) AS d (key)
     WHERE NOT EXISTS (SELECT FROM desk_calendars c WHERE c.desk_key = d.key)`,
    [desks, JSON.stringify(alwaysOpen)],
  )
  const kinds = [
    ...new Map(incidents.map(({ category }) => [incidentKind(mapping, category), category] as const)),
  ]
  await client.query(
    `INSERT INTO case_kinds (key, name, emergency, target_minutes, active)
     SELECT key, name, false, $3, false FROM unnest($1::text[], $2::jsonb[]) AS k (key, name)
     ON CONFLICT (key) DO NOTHING`,
    [
      kinds.map(([kind]) => kind),
      kinds.map(([, category]) => JSON.stringify(kindName(category))),
      targetMinutes,
    ],
  )
}

/** Groups that the log only numbers get a word before the number. */
function deskName(desk: string): Localized {
  if (desk === unassignedDesk) return { en: 'No group', pl: 'Bez grupy', ru: 'Без группы' }
  if (!/^\d+$/.test(desk)) return { en: desk, pl: desk, ru: desk }
  return { en: `Group ${desk}`, pl: `Grupa ${desk}`, ru: `Группа ${desk}` }
}

function kindName(category: string | null): Localized {
  if (category === null) return { en: 'Incident', pl: 'Incydent', ru: 'Инцидент' }
  return {
    en: `Incident, category ${category}`,
    pl: `Incydent, kategoria ${category}`,
    ru: `Инцидент, категория ${category}`,
  }
}
