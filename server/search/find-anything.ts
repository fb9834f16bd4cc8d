import { z } from 'zod'
import { type SignedIn } from '../../domain/access/actor.ts'
import { isPermitted } from '../../domain/access/permissions.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { caseReach } from '../cases/cases.ts'
import { getPrisma } from '../db/prisma.ts'
import { listProposals } from '../proposals/proposals.ts'

/** So many of each kind: a palette is no list. */
const atMost = 6

/** Shorter texts would match everything. */
const lettersAtLeast = 2

const found = z.object({ id: z.string(), reference: z.string(), detail: z.string().nullable() })

/** Something that a search found. Of a customer `id` is the reference. */
export type Found = z.output<typeof found>

export interface FoundThings {
  readonly customers: readonly Found[]
  readonly alerts: readonly Found[]
  readonly cases: readonly Found[]
  readonly proposals: readonly Found[]
}

/**
 * Customers whose reference begins with a text, alerts and cases whose own or whose customer's does, cases by the id that another system
 * gave them, the newest first, and proposals by their words: only what the person may open. Nothing for a text of fewer than two letters. `now`: epoch ms.
 */
export async function findAnything(
  text: string,
  { signedIn, now }: { readonly signedIn: SignedIn; readonly now: number },
): Promise<FoundThings> {
  const sought = text.trim()
  if (sought.length < lettersAtLeast) return { customers: [], alerts: [], cases: [], proposals: [] }
  const may = (action: Parameters<typeof isPermitted>[1]) => isPermitted(signedIn.role, action)
  const begins = `${escapeLike(sought)}%`
  const upper = `${escapeLike(sought.toUpperCase())}%`
  const [customers, alerts, cases, proposals] = await Promise.all([
    may('alerts.read')
      ? read(Prisma.sql`SELECT customer_ref AS id, customer_ref AS reference, segment AS detail FROM customer_profiles
          WHERE customer_ref LIKE ${begins} ORDER BY customer_ref LIMIT ${atMost}`)
      : [],
    may('alerts.read')
      ? read(Prisma.sql`SELECT a.id::text, a.reference, a.customer_ref AS detail FROM alerts a
          WHERE a.reference LIKE ${upper} OR a.customer_known AND a.customer_ref LIKE ${begins} ORDER BY a.raised_at DESC LIMIT ${atMost}`)
      : [],
    may('cases.read')
      ? read(Prisma.sql`SELECT c.id::text, c.reference, c.customer_ref AS detail FROM cases c
          WHERE (c.reference LIKE ${upper} OR c.customer_ref LIKE ${begins} OR c.source IN ('api', 'import') AND c.external_id LIKE ${begins}) AND ${caseReach(signedIn, now)} ORDER BY c.opened_at DESC LIMIT ${atMost}`)
      : [],
    may('proposals.read') ? findProposals(sought, signedIn) : [],
  ])
  return { customers, alerts, cases, proposals }
}

async function read(query: Prisma.Sql): Promise<Found[]> {
  return z.array(found).parse(await getPrisma().$queryRaw(query))
}

async function findProposals(search: string, signedIn: SignedIn): Promise<Found[]> {
  const { rows } = await listProposals({ view: 'all', status: null, search, cursor: 0 }, { signedIn })
  return rows.slice(0, atMost).map(({ id, reference, title }) => ({ id, reference, detail: title }))
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
}
