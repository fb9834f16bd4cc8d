import { randomUUID } from 'node:crypto'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { storyKeys } from '../../../domain/proposals/story.ts'
import { rootRouter } from '../../../server/trpc/root-router.ts'
import { createCallerFactory } from '../../../server/trpc/procedure.ts'

/** The whole product as a person reaches it, at an instant (epoch ms). */
export function callerOf(signedIn: SignedIn, now: number) {
  return createCallerFactory(rootRouter)({
    ...{ signedIn, now: () => now, requestId: randomUUID(), clientAddress: '::1' },
  })
}

const answers = {
  title: 'Change the address until production',
  essence: 'The customer wanted the new card at another address.',
  difficulty: 'The form did not list the street, and nothing could be changed after signing.',
  solution: 'Processing changed it by hand within two hours.',
  helped: 'A colleague who knew whom to ring.',
  proposal: 'Allow the address to change until the card goes to production.',
} as const

/** Tells and submits a story through the doors that its author has; gives its id. */
export async function submitStory(
  author: SignedIn,
  now: number,
  change: {
    readonly anonymous?: boolean
    readonly texts?: Partial<Record<keyof typeof answers, string>>
  } = {},
): Promise<string> {
  const caller = callerOf(author, now)
  const { id: proposalId } = await caller.proposals.start({ kind: 'scratch', id: null })
  const texts = { ...answers, ...change.texts }
  const versions: Record<string, number> = {}
  for (const key of storyKeys) {
    const before = (await caller.proposals.get({ proposalId })).writing?.answers[key]
    await caller.proposals.saveAnswer({
      ...{ proposalId, key, text: texts[key], choices: [], version: before?.version ?? 1 },
    })
    versions[key] = (await caller.proposals.get({ proposalId })).writing?.answers[key].version ?? 1
  }
  await caller.proposals.submit({ proposalId, anonymous: change.anonymous ?? false, versions })
  return proposalId
}

export const fine = { benefit: 3, reach: 2, feasibility: 3, evidence: 1 }
export const poor = { benefit: 0, reach: 0, feasibility: 1, evidence: 0 }
