import { appendFile, readFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { AppError } from '../../domain/errors/app-error.ts'
import { getPrisma } from '../db/prisma.ts'
import { log } from '../observability/log.ts'

const anchorSchema = z.object({
  at: z.iso.datetime({ offset: true }),
  seq: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})

/** The chain's last entry at some moment, kept where somebody who can rewrite the database cannot reach. */
export type AuditAnchor = z.infer<typeof anchorSchema>

/**
 * Writes the chain's last number and hash to `audit-heads.jsonl` in the data folder and to the log: without a witness
 * outside, somebody with the database in hand could rewrite the whole chain or cut off its end. Gives null, and writes
 * nothing, when there is no entry yet or the head has not moved since the last anchor.
 */
export async function anchorAuditHead(options: {
  dataFolder: string
  now: number
}): Promise<AuditAnchor | null> {
  const head = await getPrisma().auditEntry.findFirst({
    orderBy: { seq: 'desc' },
    select: { seq: true, hash: true },
  })
  if (!head) return null
  const anchor = {
    at: new Date(options.now).toISOString(),
    seq: Number(head.seq),
    hash: Buffer.from(head.hash).toString('hex'),
  }
  const last = (await readAuditAnchors(options.dataFolder)).at(-1)
  if (last?.seq === anchor.seq && last.hash === anchor.hash) return null
  await mkdir(options.dataFolder, { recursive: true })
  await appendFile(anchorFile(options.dataFolder), `${JSON.stringify(anchor)}\n`, {
    mode: 0o600,
    flush: true,
  })
  log.info({ auditHead: anchor }, 'audit head')
  return anchor
}

/** The anchors written so far, oldest first; none when there is no file. Throws `unprocessable` naming a damaged line. */
export async function readAuditAnchors(dataFolder: string): Promise<AuditAnchor[]> {
  const lines = (await readIfPresent(anchorFile(dataFolder))).split('\n')
  return lines.flatMap((line, index) => (line === '' ? [] : [parseAnchor(line, index + 1, dataFolder)]))
}

function anchorFile(dataFolder: string) {
  return path.join(dataFolder, 'audit-heads.jsonl')
}

async function readIfPresent(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw cause
  }
}

function parseAnchor(line: string, number: number, dataFolder: string): AuditAnchor {
  try {
    return anchorSchema.parse(JSON.parse(line))
  } catch (cause) {
    throw new AppError('unprocessable', {
      userMessage: `Line ${number} of ${anchorFile(dataFolder)} is damaged. Restore the file from a copy, or from the log's "audit head" lines.`,
      cause,
    })
  }
}
