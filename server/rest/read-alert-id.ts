import { AppError } from '../../domain/errors/app-error.ts'

/** The id of a path. Throws `notFound` for what cannot be one. */
export function readAlertId(text: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text.toLowerCase()
  throw new AppError('notFound', { userMessage: 'There is no alert with this id.' })
}
