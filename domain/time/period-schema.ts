import * as z from 'zod/mini'
import { type PeriodSpec, readPeriod } from './period.ts'

/** A period's text at the edge; says in words what is wrong with it. Apart from `period.ts`, which pages load without zod. */
export const periodSchema = z.pipe(
  z.string(),
  z.transform((text: string, context): PeriodSpec => {
    const spec = readPeriod(text)
    if (typeof spec === 'string') {
      context.issues.push({ code: 'custom', message: spec, input: text })
      return z.NEVER
    }
    return spec
  }),
)
