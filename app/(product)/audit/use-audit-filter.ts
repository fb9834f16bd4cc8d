'use client'

import { parseAsString, useQueryStates } from 'nuqs'
import { Temporal } from 'temporal-polyfill'
import { useShell } from '@/app/components/shell/shell-context.tsx'
import { startOfDate } from '@/domain/time/local-date.ts'

const text = parseAsString.withDefault('')

/** What is chosen, in the address and so in links and in the browser's history; an empty text is no filter. */
export function useAuditFilter() {
  const { organisation } = useShell()
  const [chosen, choose] = useQueryStates(
    { who: text, action: text, kind: text, id: text, from: text, to: text },
    { history: 'push' },
  )
  const asked = {
    actorId: chosen.who || undefined,
    action: chosen.action || undefined,
    subjectKind: chosen.kind || undefined,
    subjectId: chosen.id.trim() || undefined,
    from: startOfDay(chosen.from, organisation.zone, 0),
    to: startOfDay(chosen.to, organisation.zone, 1),
  }
  const isFiltered = Object.values(asked).some((value) => value !== undefined)
  return { chosen, choose, clear: () => void choose(null), asked, isFiltered }
}

export type AuditFilter = ReturnType<typeof useAuditFilter>

/** RFC 3339 instant at which a local date begins in the zone, `later` days on; undefined when the text is no date. */
function startOfDay(date: string, zone: string, later: number): string | undefined {
  if (!/^\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/.test(date)) return undefined
  const day = Temporal.PlainDate.from(date).add({ days: later })
  return new Date(startOfDate(day, zone)).toISOString()
}
