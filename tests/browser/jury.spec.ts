import { type APIResponse, type Browser, type Page } from '@playwright/test'
import type { Role } from '../../domain/access/roles.ts'
import { expectNoAxeViolations } from './setup/expect-no-axe-violations.ts'
import { expectNoSidewaysScrolling } from './setup/expect-no-sideways-scrolling.ts'
import { expect, signInThroughPage, test, viewports } from './setup/fixtures.ts'
import { type Complaints, watchPage } from './setup/watch-page.ts'

interface Member {
  readonly page: Page
  readonly complaints: Complaints
}

async function member(browser: Browser, role: Role): Promise<Member> {
  const { page } = await signInThroughPage(browser, role)
  return { page, complaints: watchPage(page) }
}

const answers = {
  'What did the customer come with?': 'A new card on its way to a street that the form did not list.',
  'What was hard?': 'Nothing could be changed after signing; ring +48 600 123 456.',
  'How was it solved?': 'Processing specialists changed it by hand within two hours.',
  'What helped?': 'A colleague who knew whom to ring.',
  'What would prevent it?': 'Let the address change until the card goes to production.',
}

/** Tells a story from scratch and submits it; gives the proposal's id. */
async function tellStory({ page }: Member, title: string): Promise<string> {
  await page.goto('/proposals')
  await page.getByRole('button', { name: 'Tell a story', exact: true }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill(title)
  for (const [question, answer] of Object.entries(answers))
    await page.getByRole('textbox', { name: question }).fill(answer)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
  return page.url().split('/').at(-1)!
}

/** The jury meets a proposal a moment after it came in or was appealed. */
async function waitForHearing({ page }: Member, proposalId: string, round: number): Promise<void> {
  const input = encodeURIComponent(JSON.stringify({ json: { proposalId } }))
  await expect
    .poll(async () => roundOf(await page.request.get(`/api/trpc/jury.get?input=${input}`)))
    .toBe(round)
}

async function roundOf(answer: APIResponse): Promise<number | null> {
  if (!answer.ok()) return null
  const { result } = (await answer.json()) as { result: { data: { json: { round: number } } } }
  return result.data.json.round
}

/** A word of this run without digits: a long number would be covered as personal data. */
const wordOfRun = () =>
  Date.now()
    .toString(26)
    .replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!)

type BenefitWords = 'The problem solved at once' | 'A step less, or hours saved'

async function score({ page }: Member, proposalId: string, words: BenefitWords): Promise<void> {
  await page.goto(`/jury/${proposalId}`)
  const form = page.getByRole('radiogroup', { name: 'Benefit to customers' })
  await form.getByRole('radio', { name: new RegExp(words) }).check()
  await page.getByRole('button', { name: 'Hand in my score', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Save the change', exact: true })).toBeVisible()
}

test('a proposal is judged blind, declined with a letter that somebody read, and appealed to somebody else', async ({
  browser,
}) => {
  const author = await member(browser, 'staff')
  const writer = await member(browser, 'manager')
  const reader = await member(browser, 'ruleAdmin')
  const title = `Addresses that no form lists: ${wordOfRun()}`
  const proposalId = await tellStory(author, title)

  await waitForHearing(writer, proposalId, 1)
  await writer.page.goto(`/jury/${proposalId}`)
  await expect(writer.page.getByRole('heading', { name: title })).toBeVisible()
  await expect(writer.page.getByText('ring [phone 1].')).toBeVisible()
  await expect(writer.page.getByText('Browser staff')).toHaveCount(0)
  await expectNoAxeViolations(writer.page)
  await score(writer, proposalId, 'A step less, or hours saved')
  await expect(
    writer.page.getByText('The scores of others appear when the blind scoring is over.'),
  ).toBeVisible()
  await score(reader, proposalId, 'The problem solved at once')
  await expect(reader.page.getByRole('table', { name: 'What the jury thinks' })).toHaveCount(0)

  await writer.page.reload()
  await writer.page.getByRole('button', { name: 'End the blind scoring', exact: true }).click()
  await expect(writer.page.getByRole('table', { name: 'What the jury thinks' })).toBeVisible()
  await expectNoAxeViolations(writer.page)
  await writer.page.getByRole('radio', { name: 'Declined', exact: true }).check()
  const reason = `The form lists every street from January on, as the register does (${wordOfRun()}).`
  await writer.page.getByRole('textbox', { name: 'Why, in your own words' }).fill(reason)
  await writer.page
    .getByRole('textbox', { name: 'What would change the answer' })
    .fill('Addresses that are still missing in February.')
  await writer.page.getByRole('button', { name: 'Write the letter', exact: true }).click()
  await expect(writer.page.getByText('Nobody has read it yet.')).toBeVisible()

  await author.page.reload()
  await expect(author.page.getByText(reason)).toHaveCount(0)
  await reader.page.reload()
  await expect(reader.page.getByText(reason)).toBeVisible()
  await reader.page.getByRole('button', { name: 'I have read it: it can go out', exact: true }).click()
  await expect(reader.page.getByText(/^Written by .* Read by /)).toBeVisible()

  await writer.page.goto('/jury')
  const letter = writer.page.getByRole('checkbox', { name: title, exact: true })
  await expect(letter).toBeChecked()
  await expectNoAxeViolations(writer.page)
  await writer.page.getByRole('button', { name: /^Release \d+ letter/ }).click()
  await expect(letter).toHaveCount(0)

  await author.page.reload()
  await expect(author.page.getByText(reason).first()).toBeVisible()
  await expect(author.page.getByText('Addresses that are still missing in February.')).toBeVisible()
  await expectNoAxeViolations(author.page)
  await author.page.getByRole('button', { name: 'Appeal', exact: true }).click()
  await author.page
    .getByRole('textbox', { name: 'What was overlooked?' })
    .fill('New streets appear all year; the register is a quarter late.')
  await author.page.getByRole('button', { name: 'Appeal', exact: true }).click()
  await expect(author.page.getByText('You may appeal once')).toHaveCount(0)
  await expect(
    author.page.getByRole('region', { name: 'What happened to it' }).getByText('New streets appear all year'),
  ).toBeVisible()
  await expect(author.page.getByRole('textbox', { name: 'Why? (you need not say)' })).toHaveCount(0)

  await waitForHearing(writer, proposalId, 2)
  await reader.page.goto(`/jury/${proposalId}`)
  const appeal = reader.page.getByRole('region', { name: 'An appeal' })
  await expect(appeal.getByText('New streets appear all year')).toBeVisible()
  await expect(appeal.getByText(reason)).toBeVisible()
  await expectNoAxeViolations(reader.page)
  await score(writer, proposalId, 'A step less, or hours saved')
  await score(reader, proposalId, 'A step less, or hours saved')
  await writer.page.reload()
  await writer.page.getByRole('button', { name: 'End the blind scoring', exact: true }).click()
  await expect(writer.page.getByRole('table', { name: 'What the jury thinks' })).toBeVisible()
  await expect(writer.page.getByRole('button', { name: 'Write the letter', exact: true })).toHaveCount(0)

  await writer.page.setViewportSize(viewports.phone)
  await expectNoSidewaysScrolling(writer.page)
  for (const { complaints } of [author, writer, reader]) complaints.expectNone()
})
