import { AppError } from '../../domain/errors/app-error.ts'
import { findJsonError } from './find-json-error.ts'

/** The value of a JSON text. Throws `invalidInput` that says at which line and column the text stops being JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const position = findJsonError(text)
    const where = position === null ? '' : ` at line ${position.line}, column ${position.column}`
    const ends = position !== null && position.offset >= text.length
    const message = `The body is not JSON: ${ends ? 'it ends too early' : 'something else was expected'}${where}.`
    throw new AppError('invalidInput', {
      userMessage: message,
      cause,
      problems: [{ path: '', code: 'malformedJson', message }],
      details: position === null ? {} : { position },
    })
  }
}
