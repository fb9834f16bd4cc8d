import { getPrisma } from '../db/prisma.ts'
import { type DeskStatus, listDeskStatuses } from './desk-status.ts'

/** All desks as a sender sees them at `now` (epoch ms). */
export function listDesks(now: number): Promise<DeskStatus[]> {
  return listDeskStatuses(getPrisma(), now)
}
