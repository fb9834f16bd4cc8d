import type { Page } from '@playwright/test'
import { expectNoAxeViolations } from './setup/expect-no-axe-violations.ts'
import { expectNoSidewaysScrolling } from './setup/expect-no-sideways-scrolling.ts'
import { expect, test, viewports } from './setup/fixtures.ts'
import { openOtherSystem, type OtherSystem } from './setup/raise-alerts.ts'

let till: OtherSystem

test.use({ role: 'staff' })
test.beforeAll(async () => {
  till = await openOtherSystem(test.info().project.use.baseURL ?? '')
})
test.afterAll(() => till.close())

const work = (page: Page) => page.getByRole('region', { name: 'Ask the customer' })

/** Takes this very alert by its key. */
async function take(page: Page, id: string) {
  await page.goto(`/alerts/${id}`)
  await expect(work(page).getByText('In the queue')).toBeVisible()
  await page.keyboard.press('c')
  await expect(work(page).getByText('You have this alert')).toBeVisible()
}

test('a person works through the queue by keyboard alone until what was raised is answered', async ({
  page,
}) => {
  const left = new Set((await Promise.all([till.raise(), till.raise(), till.raise()])).map(({ id }) => id))
  await page.goto('/work')
  await expect(page.getByRole('button', { name: 'Take the next' })).toBeEnabled()
  for (let worked = 0; left.size > 0; worked++) {
    expect(worked, 'the queue comes to an end').toBeLessThan(400)
    const before = page.url()
    await page.keyboard.press('n')
    await expect(page).not.toHaveURL(before)
    await expect(work(page).getByText('You have this alert')).toBeVisible()
    await page.keyboard.press('1')
    const meant = page.getByRole('dialog', { name: 'The customer meant it' })
    await expect(meant.getByRole('button', { name: 'Record' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(work(page).getByText('Intended, recorded by staff')).toBeVisible()
    left.delete(page.url().split('/').at(-1)!)
  }
})

test('a mistake is recorded with what was done about it, and corrected with both kept', async ({ page }) => {
  const { id } = await till.raise()
  await take(page, id)
  await page.keyboard.press('2')
  await page.getByLabel('Stopped').fill('9000000,00')
  await page.getByRole('dialog').getByLabel('Note').fill('=SUM(1) <b>one zero too many</b>')
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  await expect(work(page).getByText('A mistake, recorded by staff')).toBeVisible()
  await expect(page.getByText('=SUM(1) <b>one zero too many</b>')).toBeVisible()

  await page.getByRole('button', { name: 'Correct the outcome' }).click()
  await page.getByLabel('What is true').selectOption({ label: 'Fraud' })
  await page.getByLabel('Why it changes').fill('The payee’s bank rang')
  await page.getByRole('button', { name: 'Correct', exact: true }).click()
  await expect(work(page).getByText('Fraud, recorded by staff')).toBeVisible()
  await expect(page.getByText('Corrected from “A mistake” to “Fraud”')).toBeVisible()
})

test('an absurd amount is refused before anything is recorded', async ({ page, complaints }) => {
  complaints.allow(/alertDesk\.giveOutcome|400 \(Bad Request\)/)
  const { id } = await till.raise()
  await take(page, id)
  await page.keyboard.press('2')
  await page.getByLabel('Lost').fill('9000000000')
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  await expect(page.getByRole('alert').getByText(/far above what the alert is about/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(work(page).getByText('You have this alert')).toBeVisible()
})

test('an answer given at the till appears on the open alert without a reload', async ({ page }) => {
  const { id } = await till.raise()
  await take(page, id)
  expect(await till.confirm(id, 'intended')).toBe(200)
  await expect(work(page).getByText('Intended, answered by a till or app')).toBeVisible()
  await expect(page.getByRole('group', { name: 'What the customer said' })).toBeHidden()
})

test('an attempt without an answer rests until another try; not reached is owed more attempts', async ({
  page,
}) => {
  const { id } = await till.raise()
  await take(page, id)
  await expect(page.getByRole('button', { name: /Not reached/ })).toBeDisabled()
  await page.keyboard.press('a')
  const attempt = page.getByRole('dialog', { name: 'Attempt' })
  await expect(attempt.locator('button[type=submit]')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/work$/)
  await page.goto(`/alerts/${id}`)
  await expect(page.getByText('Phone: No answer')).toBeVisible()
})

test('whoever is away is handed nothing', async ({ page }) => {
  await page.goto('/work')
  const here = page.getByRole('switch', { name: 'I take alerts' })
  await here.focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Take the next' })).toBeDisabled()
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Take the next' })).toBeEnabled()
})

for (const language of ['en', 'pl', 'ru'] as const) {
  test(`the desk and an alert are accessible and fit a phone in ${language}`, async ({ page, prefer }) => {
    const { id } = await till.raise()
    await prefer({ language, colourScheme: language === 'pl' ? 'dark' : 'light' })
    await page.setViewportSize(viewports.phone)
    for (const address of ['/work', `/alerts/${id}`]) {
      await page.goto(address)
      await expect(page.locator('h2').nth(1)).toBeVisible()
      await expectNoSidewaysScrolling(page)
      await expectNoAxeViolations(page)
    }
  })
}

test.describe('as an administrator', () => {
  test.use({ role: 'admin' })

  test('the settings of asking are checked beside their fields and saved', async ({ page }) => {
    await page.goto('/settings/asking')
    const minutes = page.getByLabel('Usual wait before another try, minutes')
    await minutes.fill('1')
    await expect(page.getByText('At least 5.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()
    await minutes.fill('60')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Saved. The next decision follows it.')).toBeVisible()
    await expectNoAxeViolations(page)
  })
})
