import { beforeEach, expect, test, vi } from 'vitest'
import { getPool } from '../../../server/db/pool.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { verifyAudit } from '../../../server/audit/audit.ts'
import { disableUser } from '../../../server/access/disable-user.ts'
import { createUser } from '../../../server/access/create-user.ts'
import { findSession } from '../../../server/access/find-signed-in.ts'
import { callAs, goodPassword, now, signUp } from './call-as.ts'

beforeEach(async () => {
  await getPool().query('TRUNCATE sessions, people, rate_limits')
})

test('an added person signs in at once and stands in the list', async () => {
  const admin = await callAs((await signUp('admin')).sessionId)
  const input = { name: ' Ola ', role: 'staff', language: 'pl', password: goodPassword } as const
  const { personId } = await admin.people.add({ ...input, email: ' Ola@Bank.Example ' })
  const list = await admin.people.list()
  expect(list.find((person) => person.personId === personId)).toMatchObject({
    name: 'Ola',
    email: 'ola@bank.example',
    role: 'staff',
    status: 'active',
    version: 1,
    lastSeenAt: null,
  })
})

test('neither list nor audit ever holds a password or its hash', async () => {
  const admin = await callAs((await signUp('admin')).sessionId)
  const { personId } = await admin.people.add(newPerson('kept@bank.example'))
  await admin.people.resetPassword({ personId, version: 1, password: 'other quiet herons at noon' })
  const shown = JSON.stringify([await admin.people.list(), (await admin.audit.list({})).items])
  expect(shown).toContain('people.resetPassword')
  expect(shown).not.toMatch(/argon2|herons/)
})

test('an e-mail that is taken is refused at its field, whatever its case', async () => {
  const admin = await callAs((await signUp('admin')).sessionId)
  await admin.people.add(newPerson('twice@bank.example'))
  await expect(admin.people.add(newPerson('TWICE@bank.example'))).rejects.toMatchObject({
    cause: { code: 'invalidInput', problems: [{ path: 'email', code: 'email.taken' }] },
  })
})

test('a weak password is refused at its field', async () => {
  const admin = await callAs((await signUp('admin')).sessionId)
  await expect(
    admin.people.add({ ...newPerson('weak@bank.example'), password: 'Password12345!' }),
  ).rejects.toMatchObject({ cause: { problems: [{ path: 'password', code: 'password.common' }] } })
})

test('a disabled person is nobody on their next request, enabled again only with a new sign-in', async () => {
  const admin = await callAs((await signUp('admin')).sessionId)
  const staff = await signUp('staff')
  expect(await findSession(staff.sessionId, now)).not.toBeNull()
  const { version } = await admin.people.disable({ personId: staff.personId, version: 1 })
  expect(await findSession(staff.sessionId, now)).toBeNull()
  await admin.people.enable({ personId: staff.personId, version })
  expect(await findSession(staff.sessionId, now)).toBeNull()
})

test('somebody demoted is refused on their next request', async () => {
  const admin = await callAs((await signUp('admin')).sessionId)
  const other = await signUp('admin')
  await (await callAs(other.sessionId)).keys.list()
  await admin.people.changeRole({ personId: other.personId, version: 1, role: 'staff' })
  const demoted = await callAs(other.sessionId)
  await expect(demoted.keys.list()).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('a reset password ends the sessions that were opened with the old one', async () => {
  const admin = await callAs((await signUp('admin')).sessionId)
  const staff = await signUp('staff')
  await admin.people.resetPassword({
    personId: staff.personId,
    version: 1,
    password: 'other quiet herons at noon',
  })
  expect(await findSession(staff.sessionId, now)).toBeNull()
})

test('an unknown person is not found, and what is not an id is refused as input', async () => {
  const admin = await callAs((await signUp('admin')).sessionId)
  const personId = '01890000-0000-7000-8000-000000000000'
  await expect(admin.people.disable({ personId, version: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(admin.people.disable({ personId: '7', version: 1 })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  })
})

test('of two administrators who change the same person at once, the second is told and shown the current version', async () => {
  const first = await callAs((await signUp('admin')).sessionId)
  const second = await callAs((await signUp('admin')).sessionId)
  const { personId } = await signUp('staff')
  const answers = await Promise.allSettled([
    first.people.changeRole({ personId, version: 1, role: 'manager' }),
    second.people.changeRole({ personId, version: 1, role: 'auditor' }),
  ])
  const lost = answers.filter((answer) => answer.status === 'rejected')
  expect(lost).toHaveLength(1)
  expect(lost[0]?.reason).toMatchObject({ code: 'CONFLICT', cause: { details: { version: 2 } } })
})

test.each(['disable', 'demote'] as const)(
  'the last active administrator cannot %s themselves',
  async (way) => {
    const { personId, sessionId } = await signUp('admin')
    const admin = await callAs(sessionId)
    const attempt =
      way === 'disable'
        ? admin.people.disable({ personId, version: 1 })
        : admin.people.changeRole({ personId, version: 1, role: 'staff' })
    await expect(attempt).rejects.toMatchObject({
      cause: { code: 'unprocessable', details: { reason: 'lastAdmin' } },
    })
  },
)

test('two administrators who shut each other out at once leave one', async () => {
  for (let round = 0; round < 5; round += 1) {
    await getPool().query('TRUNCATE sessions, people')
    const [a, b] = [await signUp('admin'), await signUp('admin')]
    const [callerA, callerB] = [await callAs(a.sessionId), await callAs(b.sessionId)]
    const answers = await Promise.allSettled([
      callerA.people.disable({ personId: b.personId, version: 1 }),
      callerB.people.changeRole({ personId: a.personId, version: 1, role: 'staff' }),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected'])
    const active = await getPrisma().person.count({ where: { role: 'admin', status: 'active' } })
    expect(active).toBe(1)
  }
})

test('a demo administrator does not count where demo accounts cannot sign in', async () => {
  const admin = await signUp('admin')
  const demo = await signUp('admin')
  await getPool().query('UPDATE people SET demo = true WHERE id = $1', [demo.personId])
  vi.stubEnv('DEMO', '0')
  const caller = await callAs(admin.sessionId)
  expect((await caller.people.list()).map((person) => person.personId)).toEqual([admin.personId])
  await expect(caller.people.disable({ personId: admin.personId, version: 1 })).rejects.toMatchObject({
    cause: { details: { reason: 'lastAdmin' } },
  })
  vi.unstubAllEnvs()
})

test('every change of a person is audited with what it was and what it became', async () => {
  const admin = await callAs((await signUp('admin')).sessionId)
  const { personId } = await signUp('staff')
  await admin.people.changeRole({ personId, version: 1, role: 'manager' })
  const { items } = await admin.audit.list({ subjectId: personId, action: 'people.changeRole' })
  expect(items).toMatchObject([
    { before: { role: 'staff' }, after: { role: 'manager' }, requestId: 'request-1' },
  ])
  expect(await verifyAudit()).toMatchObject({ holds: true })
})

test('a change to what already is changes nothing and is not audited', async () => {
  const admin = await callAs((await signUp('admin')).sessionId)
  const { personId } = await signUp('staff')
  expect(await admin.people.changeRole({ personId, version: 1, role: 'staff' })).toEqual({ version: 1 })
  expect((await admin.audit.list({ subjectId: personId, action: 'people.changeRole' })).items).toEqual([])
})

test('on the command line a person is made with a drawn password, and shut out again', async () => {
  await signUp('admin')
  const made = await createUser({ email: 'cli@bank.example', name: 'Cli', role: 'auditor' }, now)
  expect(made).toMatchObject({ drawn: true, password: expect.stringMatching(/^.{20}$/) })
  await disableUser('CLI@bank.example', now)
  expect(await getPrisma().person.findUniqueOrThrow({ where: { id: made.personId } })).toMatchObject({
    status: 'disabled',
  })
})

test('on the command line bad input is named by its option', async () => {
  await expect(createUser({ email: 'nonsense', name: '', role: 'boss' as never }, now)).rejects.toMatchObject(
    { userMessage: expect.stringMatching(/--email.*--name.*--role/s) },
  )
  await expect(disableUser('nobody@bank.example', now)).rejects.toMatchObject({ code: 'notFound' })
})

function newPerson(email: string) {
  return { name: 'Ola', role: 'staff', language: 'pl', password: goodPassword, email } as const
}
