import { randomUUID } from 'node:crypto'
import { AppError } from '../../../domain/errors/app-error.ts'
import { toActor } from '../../access/access.ts'
import { appendAudit } from '../../audit/audit.ts'
import { getPrisma } from '../../db/prisma.ts'
import { type PersonChange } from '../person-change.ts'

const longestMs = 366 * 86_400_000

type Who = Pick<PersonChange, 'signedIn' | 'now' | 'requestId'>

/**
 * The customer said where they would be: in these countries (none named: anywhere) from an instant until another, epoch
 * milliseconds. Distance and speed are silent there. Throws `invalidInput` for a stretch that has passed or is longer than a year.
 */
export async function noteTravel(
  notice: {
    readonly customerRef: string
    /** ISO 3166-1 alpha-2. */
    readonly countries: readonly string[]
    readonly from: number
    readonly until: number
    readonly note: string | null
  },
  { signedIn, now, requestId }: Who,
): Promise<void> {
  const { customerRef, countries, from, until, note } = notice
  if (until <= from || until <= now || until - from > longestMs) {
    const message = 'Choose an end after the beginning, ahead of now and within a year.'
    throw new AppError('invalidInput', {
      userMessage: message,
      problems: [{ path: 'until', code: 'outOfRange', message }],
    })
  }
  const places: (string | null)[] = countries.length === 0 ? [null] : [...new Set(countries)]
  await getPrisma().$transaction(async (tx) => {
    const rows = places.map((country) => ({
      ...{ customerRef, id: randomUUID(), country, from: new Date(from), until: new Date(until), note },
      ...{ createdBy: signedIn.personId, createdAt: new Date(now) },
    }))
    await tx.travelNotice.createMany({ data: rows })
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), at: now, requestId },
      ...{ action: 'travel.note', subjectKind: 'travelNotice', subjectId: rows[0]!.id },
      after: { notices: rows.length },
    })
  })
}

/** The customer is back, or the notice was wrong. Throws `notFound`. */
export async function endTravel(
  { customerRef, id }: { readonly customerRef: string; readonly id: string },
  { signedIn, now, requestId }: Who,
): Promise<void> {
  await getPrisma().$transaction(async (tx) => {
    const { count } = await tx.travelNotice.updateMany({
      where: { customerRef, id, until: { gt: new Date(now) } },
      data: { until: new Date(now), version: { increment: 1 } },
    })
    if (count === 0) throw new AppError('notFound', { userMessage: 'This travel notice has ended already.' })
    await appendAudit(tx, {
      ...{ actor: toActor(signedIn), at: now, requestId },
      ...{ action: 'travel.end', subjectKind: 'travelNotice', subjectId: id },
    })
  })
}
