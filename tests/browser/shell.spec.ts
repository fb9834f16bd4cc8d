import { homePages } from '../../domain/access/home-page.ts'
import { roles } from '../../domain/access/roles.ts'
import { languages } from '../../domain/language/language.ts'
import { expectNoAxeViolations } from './setup/expect-no-axe-violations.ts'
import { expectNoSidewaysScrolling } from './setup/expect-no-sideways-scrolling.ts'
import { expect, signInThroughPage, test, viewports } from './setup/fixtures.ts'

const navigationOf = {
  staff: { sees: ['Alerts', 'Signals'], lacks: ['People', 'Audit', 'Alert volumes'] },
  manager: { sees: ['Alerts', 'Alert volumes', 'Imports'], lacks: ['People', 'Audit'] },
  ruleAdmin: { sees: ['Alerts', 'Alert volumes'], lacks: ['People', 'Audit'] },
  auditor: { sees: ['Alert volumes', 'Audit', 'People'], lacks: [] },
  admin: { sees: ['People', 'Keys', 'Audit', 'Imports'], lacks: [] },
} as const

for (const role of roles) {
  test.describe(`somebody signed in as ${role}`, () => {
    test.use({ role })

    test('begins on the first page of the role and sees the pages of the role', async ({ page }) => {
      await page.goto('/')
      await expect(page).toHaveURL(new RegExp(`${homePages[role]}(\\?.*)?$`))
      const pages = page.getByRole('navigation', { name: 'Pages' })
      for (const name of navigationOf[role].sees) {
        await expect(pages.getByRole('link', { name, exact: true })).toBeVisible()
      }
      for (const name of navigationOf[role].lacks) {
        await expect(pages.getByRole('link', { name, exact: true })).toHaveCount(0)
      }
    })
  })
}

test.describe('the shell', () => {
  test.use({ role: 'manager' })

  test('answers 403 with its own page where the role may not go', async ({ page, complaints }) => {
    complaints.allow(/403/)
    const answer = await page.goto('/settings/people')
    expect(answer?.status()).toBe(403)
    await expect(page.getByRole('heading', { name: 'This page is not for your role' })).toBeVisible()
  })

  test('answers 404 with its own page where there is nothing', async ({ page, complaints }) => {
    complaints.allow(/404/)
    const answer = await page.goto('/no-such-page')
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible()
    await page.getByRole('link', { name: 'Go to my first page' }).click()
    await expect(page).toHaveURL(new RegExp(homePages.manager))
  })

  test('prints the organisation and its time zone', async ({ page }) => {
    await page.goto('/reference/metrics')
    await expect(page.getByRole('banner')).toContainText(/times in \w+\/\w+/)
  })

  test('remembers the language with the person', async ({ page }) => {
    await page.goto('/reference/metrics')
    await page.getByRole('button', { name: 'Language' }).click()
    await page.getByRole('menuitemradio', { name: 'Polski' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Miary' })).toBeVisible()
    await page.context().clearCookies({ name: 'wa-language' })
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('lang', 'pl')
  })

  test('remembers the colours with the person', async ({ page }) => {
    await page.goto('/reference/metrics')
    await page.getByRole('button', { name: 'Colours' }).click()
    const saved = page.waitForResponse(/preferences\.save/)
    await page.getByRole('menuitemradio', { name: 'Dark' }).click()
    await saved
    await page.context().clearCookies({ name: 'wa-colours' })
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  })

  test('shows the shortcuts on ? and closes them on Escape', async ({ page }) => {
    await page.goto('/reference/metrics')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.keyboard.press('Shift+?')
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(sheet).toContainText('Comparison on or off')
    await expectNoAxeViolations(page)
    await page.keyboard.press('Escape')
    await expect(sheet).toBeHidden()
  })

  test('goes to a page by the keyboard alone from the command palette', async ({ page }) => {
    await page.goto('/reference/metrics')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.keyboard.press('Control+k')
    await page.getByRole('textbox', { name: 'Search and commands' }).fill('Signals')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/reference\/signals$/)
  })

  test('finds a customer’s case and a proposal by the keyboard alone, each a press away', async ({
    page,
  }) => {
    const search = page.getByRole('textbox', { name: 'Search and commands' })
    await page.goto('/reference/metrics')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.keyboard.press('Control+k')
    await search.fill('hanna-majewska')
    await expect(page.getByRole('button', { name: /hanna-majewska$/ })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/cases\//)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.keyboard.press('Control+k')
    await search.fill('exchange of the salary')
    const proposal = page.getByRole('button', { name: /automatic exchange of the salary/ })
    await expect(proposal).toBeVisible()
    await expectNoAxeViolations(page)
    await search.fill('nothing that anybody wrote')
    await expect(proposal).toBeHidden()
    await expect(page.getByText(/Nothing/)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(search).toBeHidden()
  })

  test('lets the keyboard skip to the content', async ({ page }) => {
    await page.goto('/reference/metrics')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
  })

  test('opens and closes its pages on a phone', async ({ page }) => {
    await page.setViewportSize(viewports.phone)
    await page.goto('/reference/metrics')
    const link = page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Signals' })
    await expect(link).toBeHidden()
    await page.getByRole('button', { name: 'Show or hide the pages' }).click()
    await link.click()
    await expect(page.getByRole('heading', { level: 1, name: 'Signals' })).toBeVisible()
    await expect(link).toBeHidden()
  })

  for (const path of ['/reference/metrics', '/reference/signals'] as const) {
    for (const language of languages) {
      for (const colourScheme of ['light', 'dark'] as const) {
        test(`${path} is accessible in ${language}, ${colourScheme}`, async ({ page, prefer }) => {
          await prefer({ language, colourScheme })
          await page.goto(path)
          await expect(page.locator('html')).toHaveAttribute('lang', language)
          await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colourScheme)
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
          await expectNoAxeViolations(page)
          await page.setViewportSize(viewports.phone)
          await expectNoSidewaysScrolling(page)
        })
      }
    }
  }

  test('signs out, and the pages are closed', async ({ browser }) => {
    const { context, page } = await signInThroughPage(browser, 'manager')
    await page.goto('/reference/metrics')
    await page.getByRole('button', { name: /: account$/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(/\/sign-in/)
    await page.goto('/reference/metrics')
    await expect(page).toHaveURL(/\/sign-in/)
    await context.close()
  })
})
