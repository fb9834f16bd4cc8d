import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { addNote, removeNote } from '../../../server/views/chart-notes.ts'
import { listMarkers } from '../../../server/views/list-markers.ts'
import { chooseDefaultView, listViewRevisions, listViews } from '../../../server/views/list-views.ts'
import { changeView, removeView, saveView } from '../../../server/views/save-view.ts'
import {
  findSharedAddress,
  makeShareLink,
  revokeShareLink,
  listShareLinks,
} from '../../../server/views/share-links.ts'
import {
  findWallboard,
  listWallboardLinks,
  makeWallboardLink,
  revokeWallboardLink,
} from '../../../server/views/wallboard-links.ts'
import { parseScope } from '../../../domain/metrics/scope.ts'

const now = Date.parse('2026-03-31T09:00:00Z')
const dayMs = 86_400_000
const page = '/review/overview'

async function person(): Promise<SignedIn> {
  const email = `${randomUUID()}@example.com`
  const { id } = await getPrisma().person.create({
    data: { email, name: 'Ewa', passwordHash: '', role: 'manager' },
  })
  return {
    ...{ personId: id, sessionId: '', name: 'Ewa', email, role: 'manager' },
    ...{ language: 'en', colourScheme: 'auto', shortcuts: true },
  }
}

async function change(at = now) {
  return { signedIn: await person(), now: at, requestId: 'r' }
}

function tokenOf(path: string): string {
  return path.split('/').at(-1) ?? ''
}

describe('a shared link', () => {
  test('leads to the page with its dates pinned until it expires', async () => {
    const { path } = await makeShareLink({ page, query: 'period=last-7-days', days: 7 }, await change())
    const address = await findSharedAddress(tokenOf(path), now + 6 * dayMs)
    expect(address).toBe(
      '/review/overview?period=2026-03-25..2026-03-31&compare=2026-03-18..2026-03-24&zone=UTC',
    )
    expect(await findSharedAddress(tokenOf(path), now + 7 * dayMs)).toBeNull()
  })

  test('opens no more once its maker has ended it, and nobody else can end it', async () => {
    const maker = await change()
    const { path } = await makeShareLink({ page, query: '', days: 30 }, maker)
    const [link] = await listShareLinks(maker.signedIn.personId, now)
    await expect(revokeShareLink(link!.linkId, await change())).rejects.toMatchObject({ code: 'notFound' })
    await revokeShareLink(link!.linkId, maker)
    expect(await findSharedAddress(tokenOf(path), now)).toBeNull()
  })

  test.each(['', 'x', '../../etc', 'a'.repeat(43)])('that never was (%j) leads nowhere', async (token) => {
    expect(await findSharedAddress(token, now)).toBeNull()
  })
})

describe('a saved view', () => {
  test("is seen by its owner alone, the team's by all, and changed by its owner only", async () => {
    const owner = await change()
    const other = await change()
    const mine = await saveView({ name: ' My  view ', page, query: 'period=2026&x=1', team: false }, owner)
    const teams = await saveView({ name: 'Ours', page, query: '', team: true }, owner)
    expect(await listViews(page, owner.signedIn.personId)).toMatchObject([
      { name: 'My view', query: 'period=2026', mine: true },
      { name: 'Ours', team: true },
    ])
    expect((await listViews(page, other.signedIn.personId)).map(({ viewId }) => viewId)).toEqual([
      teams.viewId,
    ])
    await expect(removeView(mine.viewId, other)).rejects.toMatchObject({ code: 'notFound' })
    await expect(removeView(teams.viewId, other)).rejects.toMatchObject({ code: 'forbidden' })
    await removeView(teams.viewId, owner)
  })

  test('keeps how it was, and refuses a change of a version that is no more', async () => {
    const owner = await change()
    const { viewId } = await saveView({ name: 'Cards', page, query: 'period=2025', team: false }, owner)
    const next = { viewId, name: 'Cards', query: 'period=2026', team: false }
    await changeView({ ...next, expectedVersion: 1 }, owner)
    await expect(changeView({ ...next, expectedVersion: 1 }, owner)).rejects.toMatchObject({
      code: 'conflict',
    })
    const revisions = await listViewRevisions(viewId, owner.signedIn.personId)
    expect(revisions.map(({ version, query }) => [version, query])).toEqual([
      [2, 'period=2026'],
      [1, 'period=2025'],
    ])
  })

  test('that a page begins with is forgotten with the view', async () => {
    const owner = await change()
    const me = owner.signedIn.personId
    const { viewId } = await saveView({ name: 'First', page, query: 'period=2025', team: false }, owner)
    await chooseDefaultView({ page, viewId }, me)
    expect((await listViews(page, me))[0]?.isDefault).toBe(true)
    await removeView(viewId, owner)
    expect(await getPrisma().defaultView.count({ where: { personId: me } })).toBe(0)
    await expect(chooseDefaultView({ page, viewId }, me)).rejects.toMatchObject({ code: 'notFound' })
  })

  test.each(['weather:is:rain', 'rule:is:'.padEnd(20, '?')])(
    'with the filter %j is refused',
    async (filter) => {
      const input = {
        name: 'Odd',
        page,
        query: new URLSearchParams({ filter }).toString(),
        team: false,
      } as const
      await expect(saveView(input, await change())).rejects.toMatchObject({ code: 'invalidInput' })
    },
  )
})

test("notes stand on charts: the team's for all, own ones for their author, until taken away", async () => {
  const author = await change()
  const at = now - 2 * dayMs
  const own = await addNote({ kind: 'own', at, text: 'my guess' }, author)
  await addNote({ kind: 'incident', at: at + 1, text: 'card terminals down' }, author)
  const scope = parseScope({ period: 'last-7-days' })
  const seen = async (personId: string) => {
    const { markers } = await listMarkers(scope, { now, personId })
    return markers.map((marker) => ('text' in marker ? marker.text : marker.kind))
  }
  expect(await seen(author.signedIn.personId)).toEqual(['my guess', 'card terminals down'])
  const reader = (await change()).signedIn.personId
  expect(await seen(reader)).toEqual(['card terminals down'])
  await expect(removeNote(own.noteId, await change())).rejects.toMatchObject({ code: 'notFound' })
  await removeNote(own.noteId, author)
  expect(await seen(author.signedIn.personId)).toEqual(['card terminals down'])
})

describe('a wallboard', () => {
  test('shows counts and ages, no case and no customer, until its link is ended', async () => {
    const maker = await change()
    const { path } = await makeWallboardLink({ name: 'Hall', language: 'pl' }, maker)
    const board = await findWallboard(tokenOf(path), now)
    expect(board?.language).toBe('pl')
    expect(board?.lists.map((list) => Object.keys(list).sort())).toEqual(
      Array(7).fill(['count', 'key', 'oldestMs']),
    )
    const [link] = await listWallboardLinks(now)
    await revokeWallboardLink(link!.linkId, maker)
    expect(await findWallboard(tokenOf(path), now)).toBeNull()
  })
})
