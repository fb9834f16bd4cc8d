import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { nextRun } from '../../../domain/reports/next-run.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { sendMails } from '../../../server/notifications/send-mails.ts'
import { addReport, listReports } from '../../../server/reports/change-report.ts'
import { runReports } from '../../../server/reports/run-reports.ts'
import { writeEntries } from '../analytics/ledger.ts'

const origin = 'https://care.example'
const zone = 'Europe/Warsaw'
const ordered = Date.parse('2026-03-20T12:00:00Z')

async function person(language: SignedIn['language']): Promise<SignedIn> {
  const email = `${randomUUID()}@example.com`
  const { id } = await getPrisma().person.create({
    data: { email, name: 'Ewa', passwordHash: '', role: 'manager', language },
  })
  return {
    ...{ personId: id, sessionId: '', name: 'Ewa', email, role: 'manager' },
    ...{ language, colourScheme: 'auto', shortcuts: true },
  }
}

async function order(language: SignedIn['language'] = 'en') {
  const signedIn = await person(language)
  const report = { name: 'Monday', query: '', cadence: 'weekly', minute: 450, zone } as const
  await addReport(report, { signedIn, now: ordered, requestId: 'r' })
  return signedIn
}

beforeEach(async () => {
  await getPrisma().report.deleteMany()
  await getPrisma().outgoingMail.deleteMany()
})

describe('a weekly report', () => {
  const monday = Date.parse('2026-03-23T07:30:00+01:00')

  test('goes out once on Monday, at its time in its zone, with the numbers in the mail and a PDF', async () => {
    const signedIn = await order()
    await writeEntries(
      Array.from({ length: 6 }, (_, place) => ({
        id: `r${place}`,
        at: Date.parse('2026-03-18T10:00:00Z') + place,
        alert: { rules: ['extra-zero'] },
      })),
    )
    expect(await runReports(monday - 1, origin)).toBe(0)
    expect(await runReports(monday, origin)).toBe(1)
    expect(await runReports(monday + 1, origin)).toBe(0)
    const sent: { text: string; pdf: string }[] = []
    await sendMails(
      monday,
      async ({ text, attachment }) => {
        sent.push({ text, pdf: attachment?.body.subarray(0, 5).toString() ?? '' })
      },
      () => 0,
    )
    expect(sent).toHaveLength(1)
    expect(sent[0]?.text).toContain('Alert volume: 6')
    expect(sent[0]?.text).toContain(`${origin}/review/overview?period=last-week`)
    expect(sent[0]?.pdf).toBe('%PDF-')
    expect((await listReports(signedIn.personId))[0]?.lastRunAt).toBe(monday)
  })

  test.each([
    ['pl', 'Liczba alertów'],
    ['ru', 'Время принятия'],
  ] as const)('is written in its reader’s language: %s', async (language, words) => {
    await order(language)
    await runReports(monday, origin)
    const [mail] = await getPrisma().outgoingMail.findMany()
    expect(mail?.text).toContain(words)
  })

  test('of somebody who may no longer read figures is switched off and says so', async () => {
    const { personId } = await order()
    await getPrisma().person.update({ where: { id: personId }, data: { role: 'staff' } })
    await runReports(monday, origin)
    expect(await getPrisma().outgoingMail.count()).toBe(0)
    expect((await listReports(personId))[0]).toMatchObject({ active: false })
    expect((await listReports(personId))[0]?.failure).not.toBeNull()
  })
})

describe('the next run', () => {
  test.each([
    ['daily', 450, '2026-03-28T08:00:00+01:00', '2026-03-29T07:30:00+02:00'],
    ['daily', 150, '2026-03-29T00:00:00+01:00', '2026-03-29T03:30:00+02:00'],
    ['daily', 150, '2026-10-24T12:00:00+02:00', '2026-10-25T02:30:00+02:00'],
    ['weekly', 0, '2026-03-23T00:00:00+01:00', '2026-03-30T00:00:00+02:00'],
    ['monthly', 600, '2026-01-31T23:00:00+01:00', '2026-02-01T10:00:00+01:00'],
  ] as const)('%s at minute %i after %s is %s', (cadence, minute, after, expected) => {
    expect(nextRun({ cadence, minute, zone }, Date.parse(after))).toBe(Date.parse(expected))
  })
})
