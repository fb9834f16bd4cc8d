import { randomUUID } from 'node:crypto'
import { type Page } from '@playwright/test'
import { expectNoAxeViolations } from './setup/expect-no-axe-violations.ts'
import { expectNoSidewaysScrolling } from './setup/expect-no-sideways-scrolling.ts'
import { expect, test, viewports } from './setup/fixtures.ts'

test.use({ role: 'admin' })

/** A name that leads nowhere, for good (RFC 6761), so that attempts fail alike on every machine. */
const nowhere = 'https://hooks.worth-asking.invalid/care'

/** Fills the form and gives the secret that is shown this one time. */
async function addEndpoint(page: Page, name: string): Promise<string> {
  await page.goto('/settings/webhooks')
  await page.getByRole('button', { name: 'Add an endpoint' }).click()
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Address').fill(nowhere)
  await page.getByRole('dialog').getByRole('button', { name: 'Add an endpoint' }).click()
  return keepSecret(page)
}

async function keepSecret(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog', { name: 'The signing secret' })
  const secret = await dialog.getByLabel('Secret', { exact: true }).inputValue()
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/=]{32,}$/)
  await dialog.getByRole('button', { name: 'I have kept it' }).click()
  await expect(dialog).toBeHidden()
  return secret
}

test('an endpoint is added, its secret shown once, a second one rotated in, a message sent again, and all removed', async ({
  page,
}) => {
  const name = `Till ${randomUUID().slice(0, 8)}`
  const first = await addEndpoint(page, name)
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  expect(await page.content()).not.toContain(first)

  const secrets = page.getByRole('table', { name: 'Signing secrets' }).getByRole('row')
  await page.getByRole('button', { name: 'Add a secret' }).click()
  expect(await keepSecret(page)).not.toBe(first)
  await expect(secrets).toHaveCount(3)
  await page.getByRole('button', { name: 'Remove this secret?' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(secrets).toHaveCount(2)

  await page.getByRole('button', { name: 'Send a test' }).click()
  const messages = page.getByRole('table', { name: 'Messages of the last 30 days' })
  await expect(messages).toContainText('the name has no address')
  await messages.getByRole('button', { name: /^Look/ }).first().click()
  const message = page.getByRole('dialog', { name: 'Message' })
  await expect(message.getByRole('listitem')).toHaveCount(1)
  await expectNoAxeViolations(page)
  await message.getByRole('button', { name: 'Send again' }).click()
  await expect(message.getByRole('listitem')).toHaveCount(2)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: `Remove ${name}?` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(page).toHaveURL(/\/settings\/webhooks$/)
  await expect(page.getByRole('link', { name })).toHaveCount(0)
})

for (const address of ['https://10.0.0.1/hooks', 'https://169.254.169.254/latest', 'http://example.com/']) {
  test(`an endpoint at ${address} is refused with the reason`, async ({ page, complaints }) => {
    complaints.allow(/webhooks\.add|400 \(Bad Request\)/)
    await page.goto('/settings/webhooks')
    await page.getByRole('button', { name: 'Add an endpoint' }).click()
    await page.getByLabel('Name').fill('Inside')
    await page.getByLabel('Address').fill(address)
    await page.getByRole('dialog').getByRole('button', { name: 'Add an endpoint' }).click()
    await expect(page.getByRole('alert').getByText(/https addresses of the open internet only/)).toBeVisible()
  })
}

for (const language of ['en', 'pl', 'ru'] as const) {
  test(`webhooks are accessible and fit a phone in ${language}`, async ({ page, prefer }) => {
    await prefer({ language, colourScheme: language === 'en' ? 'dark' : 'light' })
    await page.setViewportSize(viewports.phone)
    await page.goto('/settings/webhooks')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNoSidewaysScrolling(page)
    await expectNoAxeViolations(page)
  })
}
