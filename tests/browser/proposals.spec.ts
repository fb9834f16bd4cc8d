import { demoAccounts, demoPassword } from '../../domain/access/demo-accounts.ts'
import { expectNoAxeViolations } from './setup/expect-no-axe-violations.ts'
import { expectNoSidewaysScrolling } from './setup/expect-no-sideways-scrolling.ts'
import { expect, test, viewports } from './setup/fixtures.ts'
import { watchPage } from './setup/watch-page.ts'

test('from a resolved case to a submitted story by keyboard, personal data marked on the way', async ({
  browser,
}) => {
  const { baseURL, locale } = test.info().project.use
  const page = await (await browser.newContext({ baseURL, locale })).newPage()
  const complaints = watchPage(page)
  await page.goto('/sign-in')
  await page
    .getByLabel('E-mail', { exact: true })
    .fill(demoAccounts.find(({ role }) => role === 'staff')!.email)
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()

  await page.goto('/cases/new')
  await expect(page.getByLabel('Kind')).toHaveValue(/./)
  await page.getByRole('textbox', { name: 'Customer' }).focus()
  await page.keyboard.type(`story-${test.info().workerIndex}-${Date.now()}`)
  await page.getByRole('textbox', { name: 'What is it about' }).focus()
  await page.keyboard.type('The address form did not list the street.')
  await page.getByRole('button', { name: 'Open a case', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}/)
  await page.getByRole('button', { name: 'Resolve', exact: true }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('The card goes to the right address.')
  await dialog.getByRole('button', { name: 'Resolve', exact: true }).focus()
  await page.keyboard.press('Enter')

  await page.getByRole('button', { name: 'Tell this story', exact: true }).focus()
  await page.keyboard.press('Enter')
  const title = page.getByRole('textbox', { name: 'Title' })
  await expect(title).toBeFocused()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Wrong delivery address on a new card')
  const answers = {
    'What did the customer come with?': 'The form did not list the street; ring +48 600 123 456.',
    'What was hard?': 'No change was possible after signing.',
    'How was it solved?': 'Processing specialists changed it within two hours.',
    'What helped?': 'A colleague who knew whom to ring.',
    'What would prevent it?': 'Let the address change until the card goes to production.',
  }
  for (const [question, answer] of Object.entries(answers)) {
    await page.getByRole('textbox', { name: question }).focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type(answer)
  }
  await expect(page.getByText('phone number · others will not see it')).toBeVisible()
  const helped = page.getByRole('textbox', { name: 'What helped?' })
  await helped.fill('A whole book. '.repeat(70_000))
  await expect(page.getByText(/^This has 980,000 characters, 20,000 fit/)).toBeVisible()
  await helped.fill(answers['What helped?'])
  await expect(page.getByText(/^Saved/).first()).toBeVisible()
  await expectNoAxeViolations(page)

  const addLink = page.getByRole('button', { name: 'Link a recording or document', exact: true })
  await addLink.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('https://recordings.example.org/1')
  // Enter hands nothing in, neither the unfinished link nor the story.
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'What is it?' }).focus()
  await page.keyboard.type('The call')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'The call' })).toBeVisible()
  await expect(addLink).toBeFocused()
  await expect(page.getByRole('heading', { name: 'Tell what happened' })).toBeVisible()

  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Wrong delivery address on a new card' })).toBeVisible()
  await expect(page.getByText('ring [phone 1].')).toBeVisible()
  await expect(page.getByText('Owes the answer')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.setViewportSize(viewports.phone)
  await expectNoSidewaysScrolling(page)
  complaints.expectNone()
})
