import { AppError } from '../../domain/errors/app-error.ts'

/** The id of an alert in a path. Throws `notFound` for what cannot be one. */
export const readAlertId = (text: string): string => readId(text, 'alert')

/** The id of a case in a path. Throws `notFound` for what cannot be one. */
export const readCaseId = (text: string): string => readId(text, 'case')

function readId(text: string, what: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text.toLowerCase()
  throw new AppError('notFound', { userMessage: `There is no ${what} with this id.` })
}
