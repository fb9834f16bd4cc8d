import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { fileTransport } from '../../../server/notifications/mail-transport.ts'
import { notify } from '../../../server/notifications/notifications.ts'
import { sendMails } from '../../../server/notifications/send-mails.ts'
import { writeDigests } from '../../../server/notifications/write-digests.ts'
import { ensureOrganisation } from '../../../server/organisation/ensure-organisation.ts'
import { addPerson, minute, monday } from '../cases/care-desks.ts'
import { callerOf } from '../jury/jury-people.ts'

vi.mock('../../../server/observability/log.ts', () => ({ logFailure: () => undefined }))

const day = 86_400_000
const origin = 'https://care.example.com'
let zofia: SignedIn
let igor: SignedIn

beforeAll(async () => {
  await ensureOrganisation({ name: 'Test', zone: 'Europe/Warsaw', demo: false, loadedAt: monday })
  zofia = await addPerson('Zofia', 'staff')
  igor = await addPerson('Igor', 'staff')
})

const tell = (to: SignedIn, title: string, at: number) =>
  getPrisma().$transaction((tx) =>
    notify(tx, [{ to: to.personId, kind: 'decision.released', subjectId: 'p1', facts: { title } }], at),
  )
const mails = () => getPrisma().outgoingMail.findMany({ orderBy: { createdAt: 'asc' } })

describe('a notification', () => {
  test('is there for its person alone, unread until they read it', async () => {
    await tell(zofia, 'First', monday)
    const { items, unread } = await callerOf(zofia, monday).notifications.list()
    expect([unread, items[0]?.isRead]).toEqual([1, false])
    expect((await callerOf(igor, monday).notifications.list()).items).toEqual([])
    await callerOf(igor, monday).notifications.read({ ids: [items[0]!.id] })
    expect((await callerOf(zofia, monday).notifications.list()).unread).toBe(1)
    await callerOf(zofia, monday).notifications.read({ ids: [items[0]!.id] })
    expect((await callerOf(zofia, monday).notifications.list()).unread).toBe(0)
  })

  test('is not written when the change that it tells of is rolled back', async () => {
    const change = getPrisma().$transaction(async (tx) => {
      const notice = { kind: 'decision.released', subjectId: 'p1', facts: { title: 'Never' } } as const
      await notify(tx, [{ ...notice, to: igor.personId }], monday)
      throw new Error('rolled back')
    })
    await expect(change).rejects.toThrow('rolled back')
    expect((await callerOf(igor, monday).notifications.list()).items).toEqual([])
  })

  test('is not written for somebody who does not want to hear of its kind', async () => {
    await callerOf(igor, monday).notifications.saveChoice({ digest: 'daily', muted: ['decision.released'] })
    await tell(igor, 'Muted', monday)
    expect((await callerOf(igor, monday).notifications.list()).items).toEqual([])
    await callerOf(igor, monday).notifications.saveChoice({ digest: 'daily', muted: [] })
  })
})

describe('a digest', () => {
  test('tells once what was not read in the app, in the morning of the person’s choice', async () => {
    await tell(zofia, 'Second', monday + minute)
    expect(await writeDigests(monday + day, origin)).toBe(1)
    expect(await writeDigests(monday + day + minute, origin)).toBe(0)
    const [mail] = await mails()
    expect(mail).toMatchObject({ recipient: zofia.email, status: 'pending' })
    expect(mail?.text).toContain('Second')
    expect(mail?.text).not.toContain('First')
    await tell(zofia, 'Third', monday + day + 2 * minute)
    expect(await writeDigests(monday + day + 3 * minute, origin)).toBe(0)
    expect(await writeDigests(monday + 2 * day, origin)).toBe(1)
    expect((await mails()).at(-1)?.text).toContain('Third')
  })

  test('is one mail however many processes write it', async () => {
    await tell(igor, 'At once', monday + 2 * day)
    const before = (await mails()).length
    await Promise.all(Array.from({ length: 4 }, () => writeDigests(monday + 3 * day, origin)))
    expect(await mails()).toHaveLength(before + 1)
  })

  test('never comes for who never wants one, nor for who left', async () => {
    await callerOf(igor, monday).notifications.saveChoice({ digest: 'never', muted: [] })
    await tell(igor, 'Silent', monday + 4 * day)
    await tell(zofia, 'Left', monday + 4 * day)
    await getPrisma().person.update({ where: { id: zofia.personId }, data: { status: 'disabled' } })
    expect(await writeDigests(monday + 6 * day, origin)).toBe(0)
  })
})

describe('the outbox', () => {
  test('keeps mails as files where no mail server is named, each once', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'worth-asking-mail-'))
    try {
      const send = fileTransport(folder, 'Care <care@example.com>')
      expect(await sendMails(monday + 7 * day, send, () => 0)).toBe(3)
      expect(await sendMails(monday + 7 * day, send, () => 0)).toBe(0)
      const files = await readdir(folder)
      expect(files).toHaveLength(3)
      const text = await readFile(path.join(folder, files[0]!), 'utf8')
      expect(text).toMatch(/^From: Care <care@example\.com>$/m)
      expect(text).toMatch(/Auto-Submitted: auto-generated/i)
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test('tries again with growing distance and gives up with the reason', async () => {
    const id = crypto.randomUUID()
    const now = monday + 8 * day
    await getPrisma().outgoingMail.create({
      data: {
        ...{ id, personId: igor.personId, recipient: 'x@example.org', subject: 's', text: 't', html: 'h' },
        ...{ createdAt: new Date(now), nextAttemptAt: new Date(now) },
      },
    })
    const fail = () => Promise.reject(new Error('550 no such mailbox'))
    const waits: number[] = []
    let at = now
    for (let tries = 0; tries < 20; tries += 1) {
      await sendMails(at, fail, () => 0)
      const { nextAttemptAt } = await getPrisma().outgoingMail.findUniqueOrThrow({ where: { id } })
      if (nextAttemptAt === null) break
      waits.push(nextAttemptAt.getTime() - at)
      at = nextAttemptAt.getTime()
    }
    expect(waits).toEqual([...waits].sort((left, right) => left - right))
    expect(waits.length).toBeGreaterThan(3)
    expect(await getPrisma().outgoingMail.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ status: 'failed', failure: '550 no such mailbox' },
    })
  })
})
