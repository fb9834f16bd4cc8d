import { AppError } from '../../domain/errors/app-error.ts'
import { getPool } from '../db/pool.ts'
import { alertColumns, type AlertView, toAlertView } from './alert-view.ts'

/** The alert with this id (a UUID). Throws `notFound`. */
export async function getAlert(id: string): Promise<AlertView> {
  const { rows } = await getPool().query(`SELECT ${alertColumns} FROM alerts a WHERE a.id = $1`, [id])
  if (rows[0] === undefined) throw alertNotFound()
  return toAlertView(rows[0])
}

export function alertNotFound(): AppError {
  return new AppError('notFound', { userMessage: 'There is no alert with this id.' })
}
