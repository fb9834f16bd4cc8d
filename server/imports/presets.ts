import { readFile } from 'node:fs/promises'
import { type z } from 'zod'
import { AppError } from '../../domain/errors/app-error.ts'
import { type CaseLogMapping, caseLogMappingSchema } from '../../domain/imports/case-log-mapping.ts'
import { type Mapping, mappingSchema } from '../../domain/imports/mapping.ts'
import { onlineRetail } from '../../domain/imports/online-retail.ts'
import { servicenowIncidents } from '../../domain/imports/servicenow-incidents.ts'

/** Presets of purchases by name, one line each. */
const presets: Readonly<Record<string, Mapping>> = {
  'online-retail': onlineRetail,
}

/** Presets of other systems' logs of cases by name, one line each. */
const caseLogPresets: Readonly<Record<string, CaseLogMapping>> = {
  'servicenow-incidents': servicenowIncidents,
}

/**
 * The mapping of a preset, or the one in a JSON file (a name that ends in `.json`). Throws `invalidInput` that lists the
 * presets, or every problem of the mapping file with its place.
 */
export async function loadMapping(preset: string): Promise<Mapping> {
  if (Object.hasOwn(presets, preset)) return presets[preset]!
  if (preset.endsWith('.json')) {
    return checkMapping(preset, mappingSchema.safeParse(parseJson(preset, await readMappingFile(preset))))
  }
  throw new AppError('invalidInput', {
    userMessage: `There is no preset "${preset}". Presets: ${[...Object.keys(presets), ...Object.keys(caseLogPresets)].join(', ')}; or name a mapping file that ends in .json (docs/imports.md).`,
  })
}

/**
 * The mapping of a log of cases: that of a preset, or of a JSON file with `"log": "cases"`; null for presets and files of purchases.
 * Throws like `loadMapping`.
 */
export async function findCaseLogMapping(preset: string): Promise<CaseLogMapping | null> {
  if (Object.hasOwn(caseLogPresets, preset)) return caseLogPresets[preset]!
  if (!preset.endsWith('.json')) return null
  const json = parseJson(preset, await readMappingFile(preset))
  return isCaseLog(json) ? checkMapping(preset, caseLogMappingSchema.safeParse(json)) : null
}

function isCaseLog(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'log' in json && json.log === 'cases'
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

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('invalidInput', {
      userMessage: `The mapping file ${file} is not JSON: ${(cause as Error).message}`,
      cause,
    })
  }
}

/** What a schema made of a mapping file. Throws every problem of the file by its place. */
function checkMapping<Checked extends { readonly name: string }>(
  file: string,
  parsed: z.ZodSafeParseResult<Checked>,
): Checked {
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
  const { name } = parsed.data
  if (Object.hasOwn(presets, name) || Object.hasOwn(caseLogPresets, name)) {
    throw new AppError('invalidInput', {
      userMessage: `The mapping file ${file} is named "${name}" like a preset. Give it another name.`,
    })
  }
  return parsed.data
}
