import { expectNoAxeViolations } from './setup/expect-no-axe-violations.ts'
import { expectNoSidewaysScrolling } from './setup/expect-no-sideways-scrolling.ts'
import { expect, test } from './setup/fixtures.ts'

test.describe('a manager with a screen for the wall', () => {
  test.use({ role: 'manager' })

  test('makes its link; it shows counts to whoever holds it and nothing else, until it is ended', async ({
    page,
    browser,
    baseURL,
  }) => {
    const name = `Hall ${Date.now()}`
    await page.goto('/settings/wallboards')
    await page.getByLabel('Where it hangs').fill(name)
    await page.keyboard.press('Enter')
    const address = await page.getByLabel('Open this on the screen (shown now, never again)').inputValue()
    await expectNoAxeViolations(page)
    const context = await browser.newContext({
      ...(baseURL !== undefined && { baseURL }),
      ...{ viewport: { width: 1920, height: 1080 }, storageState: { cookies: [], origins: [] } },
    })
    const screen = await context.newPage()
    await screen.goto(address)
    await expect(screen.getByRole('heading', { name: 'Waiting now' })).toBeVisible()
    await expect(screen.getByRole('listitem')).toHaveCount(7)
    await expect(screen.getByRole('link')).toHaveCount(0)
    const height = await screen
      .locator('strong')
      .first()
      .evaluate((count) => parseFloat(getComputedStyle(count).fontSize))
    expect(height, 'readable from five metres').toBeGreaterThanOrEqual(64)
    await expectNoAxeViolations(screen)
    await expectNoSidewaysScrolling(screen)
    await screen.goto('/now')
    await expect(screen).toHaveURL(/\/sign-in/)
    await page.getByRole('button', { name: `End it: ${name}` }).press('Enter')
    await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(0)
    expect((await screen.goto(address))?.status()).toBe(404)
    await context.close()
  })
})
