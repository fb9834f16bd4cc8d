import { type Browser, type Page } from '@playwright/test'
import { languages } from '../../domain/language/language.ts'
import { expectNoAxeViolations } from './setup/expect-no-axe-violations.ts'
import { expectNoSidewaysScrolling } from './setup/expect-no-sideways-scrolling.ts'
import { expect, test, viewports } from './setup/fixtures.ts'
import { openOtherSystem, type OtherSystem } from './setup/raise-alerts.ts'
import { watchPage } from './setup/watch-page.ts'

let till: OtherSystem

test.use({ role: 'staff' })
test.beforeAll(async () => {
  till = await openOtherSystem(test.info().project.use.baseURL ?? '')
})
test.afterAll(() => till.close())

const words = {
  en: { yes: 'Yes, that is right', no: 'No, it is not', thanks: 'Thank you.' },
  pl: { yes: 'Tak, zgadza się', no: 'Nie, nie zgadza się', thanks: 'Dziękujemy.' },
  ru: { yes: 'Да, всё верно', no: 'Нет, это не так', thanks: 'Спасибо.' },
} as const

const work = (page: Page) => page.getByRole('region', { name: 'Ask the customer' })

/** Takes a new alert at the desk and makes the link for its customer. */
async function makeLink(page: Page): Promise<string> {
  const { id } = await till.raise()
  await page.goto(`/alerts/${id}`)
  await expect(work(page).getByText('In the queue')).toBeVisible()
  await page.keyboard.press('c')
  await expect(work(page).getByText('You have this alert')).toBeVisible()
  await page.getByRole('button', { name: 'Link for the customer' }).click()
  return page.getByLabel('Link on which the customer can answer').inputValue()
}

/** The customer's own browser: signed in nowhere, without scripts. */
async function openCustomer(browser: Browser, scheme: 'light' | 'dark' = 'light') {
  const context = await browser.newContext({
    ...{ javaScriptEnabled: false, colorScheme: scheme, viewport: viewports.phone },
    storageState: { cookies: [], origins: [] },
  })
  const page = await context.newPage()
  return { page, complaints: watchPage(page), close: () => context.close() }
}

test('a customer answers without scripts, and the desk shows it without a reload', async ({
  page,
  browser,
}) => {
  const url = await makeLink(page)
  const customer = await openCustomer(browser)
  await customer.page.goto(`${url}?lang=en`)
  await customer.page.getByRole('button', { name: words.en.yes }).click()
  await expect(customer.page.getByRole('heading', { name: words.en.thanks })).toBeVisible()
  await expect(work(page).getByText('Intended, answered by the customer')).toBeVisible()
  customer.complaints.expectNone()
  await customer.close()
})

test('a customer who says “no” waits for a call, which the desk is told at once', async ({
  page,
  browser,
}) => {
  const url = await makeLink(page)
  const code = await work(page)
    .getByText(/^\d\d \d\d$/)
    .textContent()
  const customer = await openCustomer(browser)
  await customer.page.goto(`${url}?lang=en`)
  await expect(customer.page.getByText(code!)).toBeVisible()
  await customer.page.getByRole('button', { name: words.en.no }).click()
  await expect(customer.page.getByText('We stop and call you from the number on your card.')).toBeVisible()
  await expect(work(page).getByText('The customer has answered on the page: “No, it is not.”')).toBeVisible()
  await customer.page.goto(`${url}?lang=en`)
  await expect(customer.page.getByRole('button')).toHaveCount(0)
  await customer.close()
})

for (const scheme of ['light', 'dark'] as const) {
  test(`the page fits a phone in every language and axe finds nothing, ${scheme}`, async ({
    page,
    browser,
  }) => {
    const url = await makeLink(page)
    const context = await browser.newContext({
      ...{ colorScheme: scheme, viewport: viewports.phone },
      storageState: { cookies: [], origins: [] },
      // Axe runs as a script of the page, which the page itself allows none of.
      bypassCSP: true,
    })
    const customer = await context.newPage()
    for (const language of languages) {
      await customer.goto(`${url}?lang=${language}`)
      await expect(customer.getByRole('button', { name: words[language].yes })).toBeVisible()
      await expectNoSidewaysScrolling(customer)
      await expectNoAxeViolations(customer)
      for (const button of await customer.getByRole('button').all())
        expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(64)
    }
    await context.close()
  })
}

test('a guessed link is calm, and tells nothing', async ({ browser, baseURL }) => {
  const customer = await openCustomer(browser)
  customer.complaints.allow(/404/)
  const answer = await customer.page.goto(`${baseURL}/ask/${'A'.repeat(32)}?lang=en`)
  expect(answer?.status()).toBe(404)
  await expect(customer.page.getByRole('heading', { name: 'There is no question here' })).toBeVisible()
  customer.complaints.expectNone()
  await customer.close()
})
