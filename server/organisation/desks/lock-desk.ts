import { type Tx } from '../../db/prisma.ts'
import { changedMeanwhile, settingNotFound } from '../change.ts'

/** Which desk is changed, and the version of it that the person saw. */
export interface DeskSeen {
  readonly key: string
  readonly expectedVersion: number
}

/**
 * Takes the desk for a change and counts its version up; hours and people count as changes of their desk. Throws `notFound`, and
 * `conflict` when it changed since the person saw it.
 */
export async function lockDesk(tx: Tx, { key, expectedVersion }: DeskSeen) {
  const { count } = await tx.desk.updateMany({
    where: { key, version: expectedVersion },
    data: { version: { increment: 1 } },
  })
  const desk = await tx.desk.findUnique({ where: { key } })
  if (!desk) throw settingNotFound()
  if (count === 0) throw changedMeanwhile(desk.version)
  return desk
}
