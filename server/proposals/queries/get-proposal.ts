import { type SignedIn } from '../../../domain/access/actor.ts'
import { type Language, languages } from '../../../domain/language/language.ts'
import { type MarkChoice, markChoiceSchema } from '../../../domain/personal-data/mark-choice.ts'
import { nobodyKnown } from '../../../domain/personal-data/known-people.ts'
import { coarseFinding } from '../../../domain/proposals/coarse-finding.ts'
import { coarseTime } from '../../../domain/proposals/coarse-time.ts'
import { type Finding, findingSchema } from '../../../domain/proposals/finding.ts'
import { type ProposalSight } from '../../../domain/proposals/proposal-sight.ts'
import { type StoryKey, storyKeys } from '../../../domain/proposals/story.ts'
import { getPrisma } from '../../db/prisma.ts'
import { getOrganisation } from '../../organisation/organisation.ts'
import { loadProposalEvents } from '../load-proposal-state.ts'
import { loadKnownPeople } from '../story/known-people.ts'
import { describeEvents } from './describe-events.ts'
import { parseStatus, requireSight } from './reachable.ts'
import { mustStayBlind } from './require-sighted.ts'

/**
 * A proposal as this person may read it: the redacted answers, evidence, timeline and whose answer is owed; names only where
 * they may be seen; what was typed, and what is needed to go on writing, for the author alone. Throws `notFound` for others' drafts.
 */
export async function getProposal(proposalId: string, { signedIn }: { readonly signedIn: SignedIn }) {
  const prisma = getPrisma()
  const found = await prisma.proposal.findUnique({
    where: { id: proposalId },
    include: {
      fields: true,
      evidence: { orderBy: { addedAt: 'asc' } },
      supporters: { orderBy: { at: 'asc' } },
    },
  })
  const sight = await requireSight(prisma, found, signedIn.personId)
  const { fields, evidence, supporters, ...row } = found!
  const events = await loadProposalEvents(prisma, proposalId)
  const names = await namesOf([
    ...[row.answererId, row.decidedBy],
    ...(sight.names ? [row.authorId, ...supporters.map(({ personId }) => personId)] : []),
    ...events.flatMap(({ by }) => (by !== null && by !== row.authorId ? [by] : [])),
  ])
  const isAuthor = sight.originals
  const { zone } = await getOrganisation()
  // Whoever must not know the author must not know the minute of their moves nor the one case that they tell of either.
  const told = (at: number) => (sight.names ? at : coarseTime(at, zone))
  return {
    ...{ id: row.id, reference: row.reference, status: parseStatus(row.status), version: row.version },
    ...{ title: row.title, language: languageOf(row.language), anonymous: row.anonymous, isAuthor },
    author: sight.names ? (names.get(row.authorId) ?? null) : null,
    source: sight.names ? { kind: row.sourceKind, id: row.sourceId } : { kind: row.sourceKind, id: null },
    answerer: nameOf(names, row.answererId),
    isAnswerer: row.answererId === signedIn.personId,
    ...{
      answerDueAt: row.answerDueAt,
      escalations: row.escalations,
      submittedAt: row.submittedAt === null ? null : new Date(told(row.submittedAt.getTime())),
    },
    ...{ decidedAt: row.decidedAt, decidedBy: nameOf(names, row.decidedBy), mergedInto: row.mergedInto },
    ...{
      reason: row.decisionReason,
      whatWouldChange: row.whatWouldChange,
      canAppeal: canAppeal(row, isAuthor),
    },
    answers: storyKeys.map((key) => ({ key, text: fields.find((one) => one.key === key)?.redacted ?? '' })),
    evidence: evidence.map((one) => ({
      ...{ id: one.id, kind: one.kind, contentType: one.contentType, byteSize: one.byteSize },
      label: isAuthor ? (one.originalName ?? one.label) : one.label,
      // An address can name the author or a customer, so it opens with the names.
      url: sight.names ? one.url : null,
      ...{ fromMs: one.fromMs, toMs: one.toMs },
      finding: one.finding === null ? null : findingAs(sight, findingSchema.parse(one.finding)),
    })),
    joined: supporters.filter(({ part }) => part === 'joined').length,
    supporting: supporters.filter(({ part }) => part === 'supports').length,
    ownPart: supporters.find(({ personId }) => personId === signedIn.personId)?.part ?? null,
    // A note is told in its writer's voice: it is read when names are.
    notes: sight.names
      ? supporters.flatMap(({ personId, note }) =>
          note === null ? [] : [{ name: names.get(personId) ?? null, note }],
        )
      : [],
    // The jury meets a proposal seconds after it was submitted, so what the product did is told by the day as well.
    events: describeEvents(events, row.authorId, names).map((event) =>
      event.name === null ? { ...event, at: told(event.at) } : event,
    ),
    /** The author's name, the minute of their moves and the case stay covered. */
    isCovered: !sight.names,
    /** Pictures open for this person: at once as the author, for a stated purpose as anybody else. */
    opensPictures: isAuthor || !(await mustStayBlind(prisma, row, signedIn)),
    writing: isAuthor
      ? {
          answers: Object.fromEntries(fields.map((one) => [one.key, ownAnswer(one)])) as Record<
            StoryKey,
            ReturnType<typeof ownAnswer>
          >,
          known:
            row.status === 'draft'
              ? await loadKnownPeople(prisma, {
                  kind: row.sourceKind,
                  id: row.sourceId,
                  authorId: row.authorId,
                })
              : nobodyKnown,
        }
      : null,
  }
}

function findingAs({ names }: ProposalSight, finding: Finding): Finding {
  return names ? finding : coarseFinding(finding)
}

function ownAnswer(field: {
  readonly original: string
  readonly choices: unknown
  readonly version: number
  readonly editedAt: Date
}): { text: string; choices: MarkChoice[]; version: number; editedAt: number } {
  return {
    ...{ text: field.original, version: field.version, editedAt: field.editedAt.getTime() },
    choices: markChoiceSchema.array().parse(field.choices),
  }
}

function canAppeal(
  row: { readonly status: string; readonly appealedAt: Date | null },
  isAuthor: boolean,
): boolean {
  return isAuthor && row.status === 'declined' && row.appealedAt === null
}

function languageOf(text: string): Language {
  return languages.find((one) => one === text) ?? 'en'
}

function nameOf(names: ReadonlyMap<string, string>, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? null)
}

async function namesOf(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const people = await getPrisma().person.findMany({
    where: { id: { in: [...new Set(ids)].filter((id) => id !== null) } },
    select: { id: true, name: true },
  })
  return new Map(people.map(({ id, name }) => [id, name]))
}
