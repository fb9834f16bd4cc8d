import { beforeAll, expect, it } from 'vitest'
import { type Actor } from '../../../domain/access/actor.ts'
import { getPool } from '../../../server/db/pool.ts'
import { getVersionPage } from '../../../server/thresholds/queries/get-version-page.ts'
import { createDraft } from '../../../server/thresholds/verbs/create-draft.ts'
import { saveDraft } from '../../../server/thresholds/verbs/save-draft.ts'
import { begin, draftOf, now, read, rulesOf, withThreshold } from './rule-admins.ts'

let irina: Actor
let tomasz: Actor
let olga: Actor

beforeAll(async () => {
  ;({ irina, tomasz, olga } = await begin())
})

async function seenBy(actor: Actor, version: number) {
  const { approvers, ruleAdmins, isLastApprover } = await getVersionPage(
    { version, compareWith: null },
    { personId: actor.id ?? '', now },
  )
  return { approvers: approvers.map(({ name }) => name), ruleAdmins, isLastApprover }
}

async function edit(version: number, actor: Actor, value: number): Promise<void> {
  const { merchantCriteria, ...rules } = await rulesOf(version)
  const { edition } = await read(version)
  const content = { rules: withThreshold(rules, 'far-above-usual', value), merchantCriteria, note: 'Ours' }
  await saveDraft(version, { ...content, ramp: null }, { actor, now, expectedEdition: edition })
}

it('the page of a version names who may approve it, and tells the last one before they edit', async () => {
  const { version } = await draftOf(irina)
  const two = { approvers: ['Olga', 'Tomasz'], ruleAdmins: 3, isLastApprover: false }
  expect(await seenBy(tomasz, version)).toEqual(two)
  await edit(version, tomasz, 13)
  const one = { approvers: ['Olga'], ruleAdmins: 3 }
  expect(await seenBy(tomasz, version)).toEqual({ ...one, isLastApprover: false })
  expect(await seenBy(olga, version)).toEqual({ ...one, isLastApprover: true })
})

it('a draft that all have edited has nobody left, and a fresh one with its values has all but who began it', async () => {
  const { version } = await draftOf(irina)
  await edit(version, tomasz, 13)
  await edit(version, olga, 14)
  expect(await seenBy(irina, version)).toMatchObject({ approvers: [], isLastApprover: false })
  const fresh = await createDraft({ note: 'Afresh', from: version }, { actor: olga, now })
  expect(await seenBy(irina, fresh.version)).toMatchObject({ approvers: ['Irina', 'Tomasz'] })
  expect((await rulesOf(fresh.version)).rules).toEqual((await rulesOf(version)).rules)
})

it('who has left may not approve', async () => {
  const { version } = await draftOf(irina)
  await getPool().query(`UPDATE people SET status = 'disabled' WHERE id = $1`, [olga.id])
  expect(await seenBy(tomasz, version)).toMatchObject({
    ...{ approvers: ['Tomasz'], ruleAdmins: 2, isLastApprover: true },
  })
  await getPool().query(`UPDATE people SET status = 'active' WHERE id = $1`, [olga.id])
})
