import { answerDueAt } from '../../domain/proposals/answer-due.ts'
import { loadDeskCalendars } from '../cases/cases.ts'
import { type Tx } from '../db/prisma.ts'

/** When an answer that is owed from `now` on is due, counted in working days of the desk. */
export async function dueInWorkingDays(tx: Tx, deskKey: string, now: number, days: number): Promise<number> {
  const calendarOf = await loadDeskCalendars(tx)
  const desk = await tx.desk.findUnique({ where: { key: deskKey }, select: { zone: true } })
  return answerDueAt(calendarOf(deskKey), desk?.zone ?? 'UTC', now, days)
}
