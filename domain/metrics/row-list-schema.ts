import { z } from 'zod'
import { rowKinds, rowSorts } from './row-list.ts'

export const rowKindSchema = z.enum(rowKinds, `Use one of ${rowKinds.join(', ')}.`)
export const rowSortSchema = z.enum(rowSorts, `Use one of ${rowSorts.join(', ')}.`)
