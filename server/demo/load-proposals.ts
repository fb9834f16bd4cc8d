import { addressChangeDaysAgo } from '../../domain/demo/address-cases.ts'
import { careAccounts, careColleagues, type CarePerson } from '../../domain/demo/care-people.ts'
import { demoYear } from '../../domain/demo/demo-year.ts'
import {
  addressStory,
  cardStory,
  type ProposalStory,
  salaryStory,
} from '../../domain/demo/proposal-stories.ts'
import { type SignedIn } from '../../domain/access/actor.ts'
import { type EffectPlan } from '../../domain/effects/effect-plan.ts'
import { type Language } from '../../domain/language/language.ts'
import { storyKeys } from '../../domain/proposals/story.ts'
import { type ProposalEvent, type ProposalEventPayload } from '../../domain/proposals/proposal-event.ts'
import { formatFilter, makeFilter } from '../../domain/metrics/filter.ts'
import { toActor } from '../access/access.ts'
import { getPrisma } from '../db/prisma.ts'
import { finishWork, lockPlan, savePlan, startWork } from '../effects/effects.ts'
import {
  appealDecision,
  changeProposal,
  saveAnswer,
  startDraft,
  submitStory,
} from '../proposals/proposals.ts'

const requestId = 'demo'
const morning = 10 * 60

/**
 * The field's three stories as three colleagues tell them: one implemented long enough for its effect to show, one declined with
 * a reason and appealed, one being worked on without evidence yet. `now` in epoch ms; the demo's cases must exist already.
 */
export async function loadProposals(now: number, zone: string): Promise<void> {
  const year = demoYear(now, zone)
  const daysAgo = (days: number, minute = morning) => year.at(year.days.length - days, minute)
  const marek = await signIn('manager@demo.example', 'en')
  const ewa = await signIn('admin@demo.example', 'pl')

  const address = await tell(addressStory, daysAgo(190))
  await decide(address, ewa, daysAgo(186), {
    outcome: 'accepted',
    reason:
      'Адрес действительно можно менять до передачи карты в производство: окно в два часа технически возможно. Спасибо, это избавит клиентов от лишнего звонка.',
    whatWouldChange: null,
  })
  const addressPlan = {
    steps: 'Two-hour window for the address and a number to ring, printed on the confirmation.',
    smallestChange: 2,
  }
  await planAndStart(address, { ...countOfCases('data-change'), ...addressPlan }, marek, [
    daysAgo(150),
    daysAgo(140),
  ])
  await moveOn(address, (version) =>
    finishWork(
      { proposalId: address, version },
      { signedIn: marek, requestId, now: daysAgo(addressChangeDaysAgo, 0) },
    ),
  )

  const card = await tell(cardStory, daysAgo(8))
  await decide(card, ewa, daysAgo(5), {
    outcome: 'declined',
    reason:
      'Zapas wycofanych kart wymagałby osobnej umowy z producentem i miejsca w skarbcu, a w zeszłym roku taka sprawa zdarzyła się raz. Karta z tymi samymi przywilejami rozwiązała problem w dwa dni.',
    whatWouldChange:
      'Liczba wycofanych kart, które są jeszcze ważne, i to, ile z nich rocznie trzeba wznowić.',
  })
  await moveOn(card, async (version) =>
    appealDecision(
      {
        ...{ proposalId: card, version },
        reason:
          'Takich kart jest jeszcze kilkaset, a każda sprawa zajmuje trzy działy przez dwa dni. Proszę o ponowne spojrzenie z tą liczbą.',
      },
      { signedIn: await signIn(emailOf('tomek'), 'pl'), now: daysAgo(2), requestId },
    ),
  )

  const salary = await tell(salaryStory, daysAgo(5, 12 * 60))
  await decide(salary, marek, daysAgo(3), {
    outcome: 'accepted',
    reason:
      'The check was ours and wrong. Exchanging by the incoming amount is a small change, and no customer should have to watch for it.',
    whatWouldChange: null,
  })
  const salaryPlan = {
    steps: 'Exchange by the incoming amount; the balance check is switched off.',
    smallestChange: 3,
  }
  await planAndStart(salary, { ...countOfCases('payment'), ...salaryPlan }, marek, [daysAgo(2), daysAgo(1)])
}

async function tell({ author, language, caseKey, answers }: ProposalStory, at: number): Promise<string> {
  const act = { signedIn: await signIn(emailOf(author), language), now: at, requestId }
  const found =
    caseKey && (await getPrisma().case.findFirst({ where: { source: 'demo', externalId: caseKey } }))
  const { id } = await startDraft(found ? { kind: 'case', id: found.id } : { kind: 'scratch', id: null }, act)
  for (const key of storyKeys)
    await saveAnswer({ proposalId: id, key, text: answers[key], choices: [], version: 1 }, act)
  const versions = Object.fromEntries(storyKeys.map((key) => [key, 2]))
  await submitStory({ proposalId: id, anonymous: false, versions }, act)
  return id
}

async function decide(
  proposalId: string,
  { personId, ...person }: SignedIn,
  at: number,
  decision: Pick<ProposalEventPayload<'decision.delivered'>, 'outcome' | 'reason' | 'whatWouldChange'>,
): Promise<void> {
  const events: readonly ProposalEvent[] = [
    { type: 'review.started', at, by: personId, payload: {} },
    {
      ...{ type: 'decision.delivered', at, by: personId },
      payload: { ...decision, decidedBy: personId, readBy: null },
    },
  ]
  const change = { actor: toActor({ ...person, personId }), now: at, requestId, expectedVersion: null }
  await changeProposal(proposalId, change, () => events)
}

async function moveOn(proposalId: string, move: (version: number) => Promise<unknown>): Promise<void> {
  const { version } = await getPrisma().proposal.findUniqueOrThrow({ where: { id: proposalId } })
  await move(version)
}

async function planAndStart(
  proposalId: string,
  plan: EffectPlan,
  owner: SignedIn,
  [lockedAt, startedAt]: readonly [number, number],
): Promise<void> {
  const person = { signedIn: owner, requestId }
  await savePlan({ proposalId, ownerId: owner.personId, plan }, { ...person, now: lockedAt })
  await moveOn(proposalId, (version) => lockPlan({ proposalId, version }, { ...person, now: lockedAt }))
  await moveOn(proposalId, (version) => startWork({ proposalId, version }, { ...person, now: startedAt }))
}

/** Weeks with their number of cases of a kind: fewer are better. */
function countOfCases(kind: string): Omit<EffectPlan, 'steps' | 'smallestChange'> {
  return {
    ...{
      metric: 'cases-opened',
      filters: [formatFilter(makeFilter('kind', 'is', [kind]))],
      direction: 'down good',
      bucket: 'week',
    },
    ...{ baselineBuckets: 20, windowBuckets: 12, triggerFirst: null, triggerLast: null },
  }
}

function emailOf(person: CarePerson): string {
  return [...careAccounts, ...careColleagues].find((one) => one.person === person)!.email
}

async function signIn(email: string, language: Language): Promise<SignedIn> {
  const found = await getPrisma().person.findUniqueOrThrow({ where: { email } })
  return {
    ...{ personId: found.id, sessionId: '', name: found.name, email, language },
    ...{ role: found.role as SignedIn['role'], colourScheme: 'auto', shortcuts: true },
  }
}
