import { readFile } from 'node:fs/promises'
import { AppError } from '../../domain/errors/app-error.ts'
import { type Mapping, mappingSchema } from '../../domain/imports/mapping.ts'
import { onlineRetail } from '../../domain/imports/online-retail.ts'

/** Presets of purchases by name, one line each. */
const presets: Readonly<Record<string, Mapping>> = {
  'online-retail': onlineRetail,
}

/**
 * The mapping of a preset, or the one in a JSON file (a name that ends in `.json`). Throws `invalidInput` that lists the
 * presets, or every problem of the mapping file with its place.
 */
export async function loadMapping(preset: string): Promise<Mapping> {
  if (Object.hasOwn(presets, preset)) return presets[preset]!
  if (preset.endsWith('.json')) return parseMapping(preset, await readMappingFile(preset))
  throw new AppError('invalidInput', {
    userMessage: `There is no preset "${preset}". Presets: ${Object.keys(presets).join(', ')}; or name a mapping file that ends in .json (docs/imports.md).`,
  })
}

async function readMappingFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new AppError('notFound', {
      userMessage: `The mapping file ${file} cannot be opened (${(cause as Error).message}).`,
      cause,
    })
  }
}

function parseMapping(file: string, text: string): Mapping {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (cause) {
    throw new AppError('invalidInput', {
      userMessage: `The mapping file ${file} is not JSON: ${(cause as Error).message}`,
      cause,
    })
  }
  const parsed = mappingSchema.safeParse(json)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, code, message }) => ({
      path: path.join('.'),
      code,
      message,
    }))
    throw new AppError('invalidInput', {
      userMessage: `The mapping file ${file} is not usable: ${problems
        .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
        .join('; ')}.`,
      problems,
    })
  }
  if (Object.hasOwn(presets, parsed.data.name)) {
    throw new AppError('invalidInput', {
      userMessage: `The mapping file ${file} is named "${parsed.data.name}" like a preset. Give it another name.`,
    })
  }
  return parsed.data
}
