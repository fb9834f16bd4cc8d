import { randomUUID } from 'node:crypto'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { offerHandoff, openCaseByPerson } from '../../../server/cases/cases.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { addCast, minute, monday } from './care-desks.ts'

/** Eva serves at the branch and Igor the cards; Marta manages the branch, Nina no desk of her own. */
export const castOfBranch = () =>
  addCast({
    eva: ['staff', 'branch'],
    igor: ['staff', 'cards'],
    marta: ['manager', 'branch'],
    nina: ['manager'],
  })

/** The cases of a list of Now. */
export const idsOf = (list: { readonly rows: readonly { readonly caseId: string }[] }) =>
  list.rows.map(({ caseId }) => caseId)

/** A person's move on what they saw of a case. */
export const seen = (signedIn: SignedIn, expectedVersion: number, now: number) => ({
  ...{ signedIn, expectedVersion, now, requestId: 'test' },
})

/** Opens the case of a swallowed card at the branch; gives its id. */
export async function openAtBranch(
  signedIn: SignedIn,
  {
    now = monday,
    kind = 'card',
    customerRef = 'anna',
    requestKey = randomUUID(),
  }: { now?: number; kind?: string; customerRef?: string; requestKey?: string } = {},
): Promise<string> {
  const opened = await openCaseByPerson(
    {
      ...{ requestKey, customerRef, kind, desk: 'branch', channel: 'branch' },
      ...{ summary: 'Card swallowed', segment: null, language: 'pl', alertId: null },
    },
    { signedIn, now, requestId: 'test' },
  )
  return opened.id
}

/** Offers the customer warm to the card desk, with all that it needs to know. */
export const offerToCards = (
  caseId: string,
  sender: SignedIn,
  {
    version = 1,
    now = monday + minute,
    ...change
  }: { version?: number; now?: number } & Partial<Parameters<typeof offerHandoff>[0]> = {},
) =>
  offerHandoff(
    {
      ...{ caseId, mode: 'warm', toDesk: 'cards', toPerson: null },
      ...{ brief: { wish: 'A new card' }, plannedReturn: false, ...change },
    },
    seen(sender, version, now),
  )

/** The kinds of what a person was told of a case, in the order in which it happened. */
export async function noticesOf(person: SignedIn, caseId: string): Promise<string[]> {
  const where = { personId: person.personId, subjectId: caseId }
  return (await getPrisma().notification.findMany({ where, orderBy: { at: 'asc' } })).map(({ kind }) => kind)
}
