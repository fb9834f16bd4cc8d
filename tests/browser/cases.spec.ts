import type { Browser, Page } from '@playwright/test'
import { demoAccounts, demoPassword } from '../../domain/access/demo-accounts.ts'
import { expectNoAxeViolations } from './setup/expect-no-axe-violations.ts'
import { expectNoSidewaysScrolling } from './setup/expect-no-sideways-scrolling.ts'
import { expect, test, viewports } from './setup/fixtures.ts'
import { watchPage } from './setup/watch-page.ts'

/** The demo's own people, who belong to desks: the branch's staff and a manager of the card desk. */
async function signInAs(browser: Browser, role: 'staff' | 'manager'): Promise<Page> {
  const { baseURL, locale } = test.info().project.use
  const page = await (await browser.newContext({ baseURL, locale })).newPage()
  await page.goto('/sign-in')
  await page
    .getByLabel('E-mail', { exact: true })
    .fill(demoAccounts.find((account) => account.role === role)!.email)
  await page.getByLabel('Password', { exact: true }).fill(demoPassword)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
  return page
}

/** Presses a button as somebody without a mouse does. */
async function press(page: Page, name: string) {
  const button = page.getByRole('button', { name, exact: true }).last()
  await button.focus()
  await page.keyboard.press('Enter')
}

/** Presses the button of an open form and waits until the form has gone. */
async function submit(page: Page, name: string) {
  await press(page, name)
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

test('an emergency is contained, handed over warm, served, promised and resolved by keyboard alone', async ({
  browser,
}) => {
  const [staff, manager] = [await signInAs(browser, 'staff'), await signInAs(browser, 'manager')]
  const complaints = [watchPage(staff), watchPage(manager)]
  await staff.goto('/work')
  await staff.getByRole('link', { name: 'Emergency', exact: true }).focus()
  await staff.keyboard.press('Enter')
  await staff.getByRole('textbox', { name: 'Customer' }).focus()
  await staff.keyboard.type(`emergency-${test.info().workerIndex}-${Date.now()}`)
  await staff.getByLabel('Kind').selectOption({ label: 'Lost or stolen' })
  await staff.getByLabel('Your desk').selectOption({ label: 'Contact centre' })
  await press(staff, 'Emergency')
  await expect(staff.getByRole('heading', { name: /Lost or stolen/ })).toBeVisible()
  const address = staff.url()

  await press(staff, 'Contained: nothing more can be lost')
  await expect(staff.getByText(/^Contained /).first()).toBeVisible()

  await press(staff, 'Hand over')
  await staff
    .getByLabel('Desk', { exact: true })
    .selectOption({ label: await deskLabel(staff, 'Card specialists') })
  for (const field of ['What the customer wants', 'What was tried']) {
    await staff.getByLabel(field).focus()
    await staff.keyboard.type('New card to the hotel')
  }
  await submit(staff, 'Hand over')
  await expect(staff.getByText('The sender’s, until somebody accepts')).toBeVisible()

  await manager.goto(address)
  await press(manager, 'Accept')
  await expect(manager.getByText('The receiver’s; not served yet')).toBeVisible()
  await press(manager, 'Began to be served')
  await expect(manager.getByText('Customer began to be served')).toBeVisible()

  await press(manager, 'Promise')
  await manager.getByLabel('What we promised').focus()
  await manager.keyboard.type('We call you in two hours')
  await submit(manager, 'Promise')
  await expect(manager.getByText('We call you in two hours').first()).toBeVisible()

  await press(manager, 'Resolve')
  await manager.getByLabel('What was done').focus()
  await manager.keyboard.type('Card is on its way')
  await submit(manager, 'Resolve')
  await expect(manager.getByText('Resolved', { exact: true }).first()).toBeVisible()
  for (const complaint of complaints) complaint.expectNone()
})

async function deskLabel(page: Page, name: string): Promise<string> {
  const options = page.getByLabel('Desk', { exact: true }).locator('option')
  await expect(options.filter({ hasText: name })).toHaveCount(1)
  return (await options.filter({ hasText: name }).textContent())!
}

test('a customer between two desks is on Now, and the row leads to the case', async ({ browser }) => {
  const manager = await signInAs(browser, 'manager')
  const complaints = watchPage(manager)
  await manager.goto('/now')
  const limbo = manager.getByRole('region', { name: /Between two desks/ })
  await limbo.getByRole('link').first().focus()
  await manager.keyboard.press('Enter')
  await expect(manager.getByRole('region', { name: 'Handing over' })).toBeVisible()
  await expectNoAxeViolations(manager)
  complaints.expectNone()
})

test('a customer who is let go is on an open Now within 15 seconds, without a reload', async ({
  browser,
}) => {
  const [staff, manager] = [await signInAs(browser, 'staff'), await signInAs(browser, 'manager')]
  const customer = `limbo-${test.info().workerIndex}-${Date.now()}`
  await staff.goto('/cases/new')
  await staff.getByRole('textbox', { name: 'Customer' }).fill(customer)
  await staff.getByLabel('What is it about').fill('A refund that did not come')
  await staff.getByLabel('Your desk').selectOption({ label: 'Contact centre' })
  await press(staff, 'Open a case')
  await expect(staff.getByRole('heading', { name: /· / })).toBeVisible()
  await press(staff, 'Hand over')
  await staff
    .getByLabel('Desk', { exact: true })
    .selectOption({ label: await deskLabel(staff, 'Card specialists') })
  for (const field of ['What the customer wants', 'What was tried'])
    await staff.getByLabel(field).fill('Refund')

  await manager.goto('/now')
  await expect(manager.getByText(/^As of/)).toBeVisible()
  await expect(manager.getByText(customer)).toHaveCount(0)
  await submit(staff, 'Hand over')
  await expect(manager.getByRole('region', { name: /Between two desks/ }).getByText(customer)).toBeVisible()

  await press(staff, 'Take the offer back')
  await expect(staff.getByRole('region', { name: 'Handing over' })).toHaveCount(0)
})

test('a row of a figure opens its case at the stretch that the figure speaks of', async ({ browser }) => {
  const manager = await signInAs(browser, 'manager')
  const complaints = watchPage(manager)
  await manager.goto('/review/handoffs/rows?metric=customer-gap&part=met')
  await manager.getByRole('table').getByRole('link').first().click()
  const note = manager
    .getByRole('note')
    .filter({ hasText: 'The figure “Time in limbo” speaks of this stretch' })
  await expect(note).toBeInViewport()
  const spoken = manager.getByRole('listitem').filter({ hasText: 'part of the figure' })
  await expect(spoken.filter({ hasText: 'Customer began to be served' })).toBeVisible()
  await expectNoAxeViolations(manager)
  complaints.expectNone()
})

test.describe('the pages of care', () => {
  test.use({ role: 'manager' })
  for (const language of ['en', 'pl', 'ru'] as const) {
    test(`an emergency in ${language}: axe finds nothing, and nothing scrolls sideways on a phone`, async ({
      page,
      prefer,
    }) => {
      await prefer({ language, colourScheme: language === 'ru' ? 'dark' : 'light' })
      await page.setViewportSize(viewports.phone)
      await page.goto('/cases/new?emergency=1')
      await page.getByRole('textbox').first().fill(`phone-${test.info().workerIndex}-${Date.now()}`)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('radiogroup').first()).toBeVisible()
      await expectNoAxeViolations(page)
      await expectNoSidewaysScrolling(page)
    })
  }
  for (const path of ['/now', '/work', '/cases/new', '/cases/new?emergency=1']) {
    for (const language of ['en', 'pl', 'ru'] as const) {
      test(`${path} in ${language}: axe finds nothing, and nothing scrolls sideways on a phone`, async ({
        page,
        prefer,
      }) => {
        await prefer({ language, colourScheme: language === 'pl' ? 'dark' : 'light' })
        await page.setViewportSize(viewports.phone)
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectNoAxeViolations(page)
        await expectNoSidewaysScrolling(page)
      })
    }
  }
})
