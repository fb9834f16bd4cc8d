import { type PlaybookStep, playbookStepsSchema } from '../../../domain/cases/playbook.ts'
import { localizedText } from '../../../domain/desks/desk-settings.ts'
import { type Localized } from '../../../domain/language/language.ts'
import { getPrisma } from '../../db/prisma.ts'
import { auditSetting, changedMeanwhile, settingNotFound, type SettingChange } from '../change.ts'

/** The playbooks in their active version, with the kinds of emergency that follow each. */
export async function listPlaybooks() {
  const prisma = getPrisma()
  const [playbooks, kinds] = await Promise.all([
    prisma.playbook.findMany({ where: { status: 'active' }, orderBy: { key: 'asc' } }),
    prisma.caseKind.findMany({
      where: { playbookKey: { not: null }, active: true },
      orderBy: { position: 'asc' },
    }),
  ])
  return playbooks.map(({ key, version, name, steps, createdAt }) => ({
    ...{ key, version, name: localizedText(200).parse(name), savedAt: createdAt.getTime() },
    steps: playbookStepsSchema.parse(steps).length,
    kinds: kinds
      .filter(({ playbookKey }) => playbookKey === key)
      .map((kind) => localizedText(200).parse(kind.name)),
  }))
}

/** A playbook with all its versions, the newest (which is the active one) first. Throws `notFound`. */
export async function getPlaybook(key: string) {
  const prisma = getPrisma()
  const versions = await prisma.playbook.findMany({ where: { key }, orderBy: { version: 'desc' } })
  const newest = versions[0]
  if (!newest) throw settingNotFound()
  const people = await prisma.person.findMany({
    where: { id: { in: versions.flatMap(({ createdBy }) => (createdBy === null ? [] : [createdBy])) } },
    select: { id: true, name: true },
  })
  return {
    ...{ key, version: newest.version, name: localizedText(200).parse(newest.name) },
    versions: versions.map((one) => ({
      ...{ version: one.version, note: one.note, savedAt: one.createdAt.getTime() },
      savedBy: people.find(({ id }) => id === one.createdBy)?.name ?? null,
      steps: playbookStepsSchema.parse(one.steps),
    })),
  }
}

/**
 * Saves a playbook as a new version, which new emergencies follow from now on; running ones keep theirs. `basedOn` is the version
 * that was edited, 0 for a new playbook. Throws `conflict` when a newer one was saved meanwhile, or the key of a new one is taken.
 */
export async function savePlaybook(
  input: {
    readonly key: string
    readonly basedOn: number
    readonly name: Localized
    readonly steps: readonly PlaybookStep[]
    readonly note: string | null
  },
  change: SettingChange,
): Promise<{ readonly version: number }> {
  const { key, basedOn, name, steps, note } = input
  const version = basedOn + 1
  return getPrisma().$transaction(async (tx) => {
    const newest = await tx.playbook.findFirst({ where: { key }, orderBy: { version: 'desc' } })
    if ((newest?.version ?? 0) !== basedOn) throw changedMeanwhile(newest?.version ?? 0)
    const { count } = await tx.playbook.createMany({
      data: [
        {
          ...{ key, version, name, note, status: 'active', steps: [...steps] },
          ...{ createdBy: change.signedIn.personId, createdAt: new Date(change.now) },
        },
      ],
      skipDuplicates: true,
    })
    if (count === 0) throw changedMeanwhile(version)
    await tx.playbook.updateMany({ where: { key, version: { lt: version } }, data: { status: 'retired' } })
    await auditSetting(tx, change, {
      ...{ action: 'playbook.save', subjectKind: 'playbook', subjectId: key },
      ...{ before: { version: basedOn }, after: { version, note, steps: steps.map((step) => step.key) } },
    })
    return { version }
  })
}
