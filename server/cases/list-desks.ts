import { type SignedIn } from '../../domain/access/actor.ts'
import { getPrisma } from '../db/prisma.ts'
import { type DeskStatus, listDeskStatuses } from './desk-status.ts'

/** All desks as somebody who hands over sees them at `now` (epoch ms). */
export function listDesks({
  signedIn,
  now,
}: {
  readonly signedIn: SignedIn
  readonly now: number
}): Promise<DeskStatus[]> {
  return listDeskStatuses(getPrisma(), now, { viewer: signedIn.personId })
}
