import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { type SignedIn } from '../../../domain/access/actor.ts'
import { nextRun } from '../../../domain/reports/next-run.ts'
import { getPrisma } from '../../../server/db/prisma.ts'
import { sendMails } from '../../../server/notifications/send-mails.ts'
import {
  addReport,
  listReports,
  type NewReport,
  type ReportChange,
} from '../../../server/reports/change-report.ts'
import { runReports, sendReportNow } from '../../../server/reports/run-reports.ts'
import { removeView, saveView } from '../../../server/views/save-view.ts'
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

async function order(
  language: SignedIn['language'] = 'en',
  of: (change: ReportChange) => Promise<Partial<NewReport>> = async () => ({}),
) {
  const signedIn = await person(language)
  const change = { signedIn, now: ordered, requestId: 'r' }
  const report = { name: 'Monday', page: '/review/overview', viewId: null, query: '' } as const
  const when = { cadence: 'weekly', minute: 450, zone } as const
  const { reportId } = await addReport({ ...report, ...when, ...(await of(change)) }, change)
  return { ...signedIn, reportId, change }
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

  test('follows a saved view of any page: its figures, its filters in words and its address', async () => {
    await order('en', async (change) => {
      const view = {
        page: '/review/alerts',
        name: 'Zeros',
        query: 'filter=rule:is:extra-zero',
        team: false,
      } as const
      return saveView(view, change)
    })
    await runReports(monday, origin)
    const [mail] = await getPrisma().outgoingMail.findMany()
    expect(mail?.text).toContain('Rule hits:')
    expect(mail?.text).toContain('Filters: Rule is ')
    expect(mail?.text).toContain(`${origin}/review/alerts?period=last-week&zone=Europe%2FWarsaw&filter=`)
  })

  test.each(['/review/alerts', '/review/outcomes', '/review/handoffs', '/review/cases'] as const)(
    'can be of %s as it is',
    async (page) => {
      await order('en', async () => ({ page }))
      await runReports(monday, origin)
      const mails = await getPrisma().outgoingMail.findMany()
      expect(mails.map(({ text }) => text)).toEqual([expect.stringContaining(`${origin}${page}?period=`)])
    },
  )

  test('whose view is gone ends, and its owner is told once', async () => {
    const { personId } = await order('en', async (change) => {
      const { viewId } = await saveView(
        { page: '/review/cases', name: 'Mine', query: '', team: false },
        change,
      )
      const { reportId } = await addReport(
        {
          ...{ name: 'Cases', page: '/review/cases', viewId, query: '', cadence: 'weekly' },
          minute: 450,
          zone,
        },
        change,
      )
      await removeView(viewId, change)
      return { name: `beside ${reportId}` }
    })
    await runReports(monday, origin)
    await runReports(monday + 3_600_000, origin)
    const ended = (await listReports(personId)).find(({ name }) => name === 'Cases')
    expect(ended).toMatchObject({ active: false, failure: 'gone', viewName: null })
    const told = await getPrisma().notification.findMany({ where: { personId } })
    expect(told.map(({ kind }) => kind)).toEqual(['report.failed'])
  })

  test('is sent at once when its owner asks, and goes out at its time all the same', async () => {
    const { personId, reportId } = await order()
    await sendReportNow(reportId, { personId, now: ordered + 1, origin })
    expect(await getPrisma().outgoingMail.count()).toBe(1)
    expect(await runReports(monday, origin)).toBe(1)
    expect(await getPrisma().outgoingMail.count()).toBe(2)
    const stranger = await person('en')
    const asked = sendReportNow(reportId, { personId: stranger.personId, now: ordered, origin })
    await expect(asked).rejects.toMatchObject({ code: 'notFound' })
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
