import { z } from 'zod'

/** The format of the archive; a release reads its own and every earlier one. */
export const backupFormat = 1

/** The first member of the archive: what is needed to make the empty tables. */
const headSchema = z.object({
  product: z.literal('worth-asking'),
  format: z.literal(backupFormat),
  version: z.string(),
  /** RFC 3339: every row is as it was at this moment. */
  takenAt: z.string(),
  postgres: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** In the order in which they can be filled: what is referred to before what refers. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
})

/** The last member: what must have arrived. An archive without it was cut off. */
const totalsSchema = z.object({
  tables: z.array(
    z.object({
      name: z.string(),
      rows: z.number().int(),
      /** SHA-256 of the rows in COPY's text format, hexadecimal. */
      sha256: z.string(),
    }),
  ),
  /** `null` where nothing was drawn yet. */
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string().nullable() })),
})

export type BackupHead = z.infer<typeof headSchema>
export type BackupTotals = z.infer<typeof totalsSchema>

export const headMember = { name: 'backup.json', schema: headSchema } as const
export const totalsMember = { name: 'totals.json', schema: totalsSchema } as const

/** The member with some of a table's rows; parts are numbered from 1. */
export function rowsMember(table: string, part: number): string {
  return `tables/${table}/${String(part).padStart(6, '0')}.copy`
}

/** The table whose rows a member holds, or null for another member. */
export function tableOfMember(name: string): string | null {
  return /^tables\/([^/]+)\/\d+\.copy$/.exec(name)?.[1] ?? null
}
