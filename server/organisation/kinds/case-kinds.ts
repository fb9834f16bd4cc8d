import { type CaseKindSettings } from '../../../domain/cases/case-kind.ts'
import { localizedText } from '../../../domain/desks/desk-settings.ts'
import { getPrisma, type Tx } from '../../db/prisma.ts'
import {
  auditSetting,
  changedMeanwhile,
  impossibleSetting,
  settingNotFound,
  type SettingChange,
} from '../change.ts'

/** Every kind of case, those in use first, in the order in which people choose among them. */
export async function listKindSettings() {
  const kinds = await getPrisma().caseKind.findMany({
    orderBy: [{ active: 'desc' }, { emergency: 'desc' }, { position: 'asc' }, { key: 'asc' }],
  })
  return kinds.map(({ name, ...kind }) => ({ ...kind, name: localizedText(200).parse(name) }))
}

/** Adds a kind of case. Throws `unprocessable` for a key that is taken and for a playbook that is not there. */
export async function addKind(
  { key, settings }: { readonly key: string; readonly settings: CaseKindSettings },
  change: SettingChange,
): Promise<{ readonly version: number }> {
  return getPrisma().$transaction(async (tx) => {
    await requirePlaybook(tx, settings.playbookKey)
    const { count } = await tx.caseKind.createMany({ data: [{ key, ...settings }], skipDuplicates: true })
    if (count === 0)
      throw impossibleSetting('key', 'taken', 'There is a kind with this key already. Choose another key.')
    await auditSetting(tx, change, {
      ...{ action: 'caseKind.add', subjectKind: 'caseKind', subjectId: key, after: settings },
    })
    return { version: 1 }
  })
}

/**
 * Changes a kind of case. Running cases keep the target and the emergency with which they were opened. Throws `notFound`, `conflict`
 * when it changed since the person saw it, and `unprocessable` for a playbook that is not there.
 */
export async function changeKind(
  input: { readonly key: string; readonly expectedVersion: number; readonly settings: CaseKindSettings },
  change: SettingChange,
): Promise<{ readonly version: number }> {
  const { key, expectedVersion, settings } = input
  return getPrisma().$transaction(async (tx) => {
    const before = await tx.caseKind.findUnique({ where: { key } })
    if (!before) throw settingNotFound()
    await requirePlaybook(tx, settings.playbookKey)
    const { count } = await tx.caseKind.updateMany({
      where: { key, version: expectedVersion },
      data: { ...settings, version: { increment: 1 } },
    })
    if (count === 0) throw changedMeanwhile(before.version)
    const { key: _key, version: _version, ...was } = before
    await auditSetting(tx, change, {
      ...{ action: 'caseKind.change', subjectKind: 'caseKind', subjectId: key, before: was, after: settings },
    })
    return { version: expectedVersion + 1 }
  })
}

async function requirePlaybook(tx: Tx, key: string | null): Promise<void> {
  if (key === null || (await tx.playbook.count({ where: { key, status: 'active' } })) > 0) return
  throw impossibleSetting(
    'playbookKey',
    'unknownPlaybook',
    'There is no such playbook. Choose one of Settings > Playbooks, or write it first.',
  )
}
