import { demoAccounts, demoPassword } from '../../domain/access/demo-accounts.ts'
import { AppError } from '../../domain/errors/app-error.ts'
import type { Actor } from '../../domain/access/actor.ts'
import { appendAudit } from '../audit/audit.ts'
import { getPrisma } from '../db/prisma.ts'
import { readEnvironment } from '../environment.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'

const actor: Actor = { kind: 'system', id: null, name: 'demo' }

/**
 * Makes each demo account, or brings it back to what the start message prints: active, its own role, the documented password.
 * Outside demo mode it throws `forbidden`; accounts from an earlier demo cannot sign in there (`findSignedIn`, `signIn`).
 * Somebody's own account with a demo e-mail is left alone.
 */
export async function ensureDemoAccounts(now: number): Promise<void> {
  if (!readEnvironment().demo) {
    throw new AppError('forbidden', { userMessage: 'Demo accounts exist in demo mode only.' })
  }
  for (const account of demoAccounts) await ensureAccount(account, now)
}

async function ensureAccount(account: (typeof demoAccounts)[number], now: number): Promise<void> {
  const kept = await getPrisma().person.findUnique({ where: { email: account.email } })
  if (kept && (!kept.demo || (await isAsPrinted(kept, account)))) return
  const passwordHash = await hashPassword(demoPassword)
  const { email, name, role, language } = account
  await getPrisma().$transaction(async (tx) => {
    const { id } = await tx.person.upsert({
      where: { email },
      create: { email, name, role, language, passwordHash, demo: true, createdAt: new Date(now) },
      update: { role, status: 'active', passwordHash, version: { increment: 1 } },
      select: { id: true },
    })
    await appendAudit(tx, {
      actor,
      action: kept ? 'demo.restoreAccount' : 'demo.addAccount',
      subjectKind: 'person',
      subjectId: id,
      after: { email, role },
      at: now,
    })
  })
}

async function isAsPrinted(
  kept: { role: string; status: string; passwordHash: string },
  account: (typeof demoAccounts)[number],
): Promise<boolean> {
  if (kept.role !== account.role || kept.status !== 'active') return false
  return verifyPassword(kept.passwordHash, demoPassword)
}
