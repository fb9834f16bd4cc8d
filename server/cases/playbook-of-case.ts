import { type CaseEventPayload } from '../../domain/cases/case-event.ts'
import { type PlaybookStep, playbookStepsSchema } from '../../domain/cases/playbook.ts'
import { type Tx } from '../db/prisma.ts'

/** One version of a playbook, as an operator follows it. */
export interface PlaybookToFollow {
  readonly key: string
  readonly version: number
  readonly steps: readonly PlaybookStep[]
}

/** The version that an emergency which begins now follows; null for a key without a playbook. */
export function findActivePlaybook(tx: Tx, key: string): Promise<{ key: string; version: number } | null> {
  return tx.playbook.findFirst({
    where: { key, status: 'active' },
    select: { key: true, version: true },
    orderBy: { version: 'desc' },
  })
}

/**
 * The playbook that a case follows: the version with which it was opened, whatever was saved since. An emergency that began before
 * cases noted their version follows the one that was saved last before it, or the first. null for cases without one.
 */
export async function findPlaybookOfCase(
  tx: Tx,
  opened: CaseEventPayload<'case.opened'>,
  openedAt: Date,
  kindPlaybook: string | null,
): Promise<PlaybookToFollow | null> {
  const key = opened.playbook?.key ?? (opened.emergency ? kindPlaybook : null)
  if (key === null) return null
  const versions = await tx.playbook.findMany({
    where: { key, ...(opened.playbook && { version: opened.playbook.version }) },
    orderBy: { version: 'asc' },
  })
  const found = versions.findLast(({ createdAt }) => createdAt <= openedAt) ?? versions[0]
  return found ? { key, version: found.version, steps: playbookStepsSchema.parse(found.steps) } : null
}
