import { type CaseLog, endOfLog } from './case-log.ts'

/**
 * How a handoff that is known from a log only can stand. taken: somebody of the desk had the case, whether the customer began
 * to be served is not known. passedOn: the case moved on before anybody took it. unclaimed: it was resolved before
 * anybody took it. offered: still waiting. The first three are ends: nobody is in limbo by them.
 */
export const loggedHandoffStates = ['taken', 'passedOn', 'unclaimed', 'offered'] as const
export type LoggedHandoffState = (typeof loggedHandoffStates)[number]

/** One change of desk. Instants are epoch milliseconds. */
export interface LoggedHandoff {
  /** From 1. */
  readonly ordinal: number
  readonly fromDesk: string
  readonly fromPerson: string | null
  readonly toDesk: string
  readonly state: LoggedHandoffState
  readonly offeredAt: number
  readonly acceptedAt: number | null
  readonly acceptedBy: string | null
  /** When it stopped waiting without being taken; null for the taken and the open. */
  readonly endedAt: number | null
}

/**
 * Every change of desk as a handoff: offered when the case came to the desk, accepted when the desk first had somebody on it.
 * The sender is the desk where the case was before, whether or not anybody had taken it there.
 */
export function loggedHandoffs(log: CaseLog): LoggedHandoff[] {
  return log.stays.slice(1).map((stay, index): LoggedHandoff => {
    const before = log.stays[index]!
    const taken = stay.persons[0] ?? null
    const movedOnAt = log.stays[index + 2]?.from ?? null
    const endedAt = taken === null ? (movedOnAt ?? laterOf(stay.from, endOfLog(log))) : null
    return {
      ordinal: index + 1,
      fromDesk: before.desk,
      fromPerson: before.persons.at(-1)?.person ?? null,
      toDesk: stay.desk,
      state:
        taken !== null
          ? 'taken'
          : movedOnAt !== null
            ? 'passedOn'
            : endedAt !== null
              ? 'unclaimed'
              : 'offered',
      offeredAt: stay.from,
      acceptedAt: taken?.at ?? null,
      acceptedBy: taken?.person ?? null,
      endedAt,
    }
  })
}

/** A desk that is named only after the resolution waited no time at all. */
function laterOf(from: number, end: number | null): number | null {
  return end === null ? null : Math.max(from, end)
}
