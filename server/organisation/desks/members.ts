import { type Language } from '../../../domain/language/language.ts'
import { type deskParts } from '../../../domain/desks/desk-settings.ts'
import { getPrisma } from '../../db/prisma.ts'
import { auditSetting, impossibleSetting, type SettingChange } from '../change.ts'
import { type DeskSeen, lockDesk } from './lock-desk.ts'

/** Adds a person to a desk, or changes their part and languages there. Throws `unprocessable` for somebody without an account. */
export async function setMember(
  input: DeskSeen & {
    readonly personId: string
    readonly part: (typeof deskParts)[number]
    readonly languages: readonly Language[]
  },
  change: SettingChange,
): Promise<{ readonly version: number }> {
  const { personId, part, languages, ...seen } = input
  return getPrisma().$transaction(async (tx) => {
    const { version } = await lockDesk(tx, seen)
    const works = { id: personId, status: 'active', role: { in: ['staff', 'manager'] } }
    if ((await tx.person.count({ where: works })) === 0) {
      throw impossibleSetting(
        'personId',
        'unknownPerson',
        'Only staff and managers with an active account can belong to a desk.',
      )
    }
    const data = { part, languages: [...languages] }
    const deskKey_personId = { deskKey: seen.key, personId }
    await tx.deskMember.upsert({
      where: { deskKey_personId },
      create: { ...deskKey_personId, ...data },
      update: data,
    })
    await auditSetting(tx, change, {
      ...{ action: 'desk.setMember', subjectKind: 'desk', subjectId: seen.key, after: { personId, ...data } },
    })
    return { version }
  })
}

/** Takes a person off a desk; what they did there keeps their name. */
export async function removeMember(
  { personId, ...seen }: DeskSeen & { readonly personId: string },
  change: SettingChange,
): Promise<{ readonly version: number }> {
  return getPrisma().$transaction(async (tx) => {
    const { version } = await lockDesk(tx, seen)
    await tx.deskMember.deleteMany({ where: { deskKey: seen.key, personId } })
    await auditSetting(tx, change, {
      ...{ action: 'desk.removeMember', subjectKind: 'desk', subjectId: seen.key, before: { personId } },
    })
    return { version }
  })
}
