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
import { formatFilter, makeFilter } from '../../domain/metrics/filter.ts'
import { getPrisma } from '../db/prisma.ts'
import { finishWork, lockPlan, savePlan, startWork } from '../effects/effects.ts'
import { appealDecision, saveAnswer, startDraft, submitStory } from '../proposals/proposals.ts'
import { hearProposal } from './hear-proposal.ts'

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
  const anna = await signIn('manager2@demo.example', 'pl')
  const irina = await signIn('rules@demo.example', 'ru')
  const tomasz = await signIn('rules2@demo.example', 'pl')

  const address = await tell(addressStory, daysAgo(190))
  await hearProposal(address, {
    scores: [
      {
        by: anna,
        answers: { benefit: 3, reach: 2, feasibility: 3, evidence: 1 },
        note: 'Processing says that two hours are possible today.',
      },
      { by: irina, answers: { benefit: 4, reach: 2, feasibility: 3, evidence: 1 }, note: '' },
    ],
    decision: {
      verdict: 'accepted',
      reason:
        'Адрес действительно можно менять до передачи карты в производство: окно в два часа технически возможно. Спасибо, это избавит клиентов от лишнего звонка.',
      wouldChange: '',
    },
    ...{ openedAt: daysAgo(189), releasedAt: daysAgo(186) },
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
  await hearProposal(card, {
    scores: [
      { by: marek, answers: { benefit: 3, reach: 1, feasibility: 1, evidence: 1 }, note: '' },
      {
        by: tomasz,
        answers: { benefit: 2, reach: 1, feasibility: 2, evidence: 1 },
        note: 'One case a year, as far as we know.',
      },
    ],
    decision: {
      verdict: 'declined',
      reason:
        'Zapas wycofanych kart wymagałby osobnej umowy z producentem i miejsca w skarbcu, a w zeszłym roku taka sprawa zdarzyła się raz. Karta z tymi samymi przywilejami rozwiązała problem w dwa dni.',
      wouldChange: 'Liczba wycofanych kart, które są jeszcze ważne, i to, ile z nich rocznie trzeba wznowić.',
    },
    ...{ openedAt: daysAgo(7), releasedAt: daysAgo(5) },
  })

  const salary = await tell(salaryStory, daysAgo(5, 12 * 60))
  await hearProposal(salary, {
    scores: [
      { by: marek, answers: { benefit: 4, reach: 3, feasibility: 4, evidence: 2 }, note: '' },
      {
        by: anna,
        answers: { benefit: 4, reach: 2, feasibility: 3, evidence: 2 },
        note: 'The fee that lowered the balance was our own.',
      },
      { by: irina, answers: { benefit: 3, reach: 3, feasibility: 4 }, note: '' },
    ],
    decision: {
      verdict: 'accepted',
      reason:
        'The check was ours and wrong. Exchanging by the incoming amount is a small change, and no customer should have to watch for it.',
      wouldChange: '',
    },
    ...{ openedAt: daysAgo(4), releasedAt: daysAgo(3) },
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
