import { type Page } from '@playwright/test'
import { type Role, roles } from '../../domain/access/roles.ts'
import { isPermitted } from '../../domain/access/permissions.ts'
import { languages } from '../../domain/language/language.ts'
import { navigation } from '../../app/(product)/navigation.ts'
import { expectNoAxeViolations } from './setup/expect-no-axe-violations.ts'
import { expectNoSidewaysScrolling } from './setup/expect-no-sideways-scrolling.ts'
import { expect, test, viewports } from './setup/fixtures.ts'

function pagesOf(role: Role): readonly string[] {
  return navigation.flatMap(({ entries }) =>
    entries.filter(({ permission }) => isPermitted(role, permission)).map(({ href }) => href),
  )
}

/** Whoever sees most looks first: each page is looked at closely by the first role that has it. */
const lookers: readonly Role[] = ['manager', ...roles.filter((role) => role !== 'manager')]

function firstSeenBy(role: Role): readonly string[] {
  const before = lookers.slice(0, lookers.indexOf(role)).flatMap(pagesOf)
  return pagesOf(role).filter((path) => !before.includes(path))
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0)
}

for (const role of lookers) {
  test.describe(`the navigation of ${role}`, () => {
    test.use({ role })
    test.setTimeout(600_000)

    test('leads to pages of which nothing fails or is refused', async ({ page }) => {
      expect(pagesOf(role).length).toBeGreaterThan(2)
      for (const path of pagesOf(role)) await test.step(path, () => open(page, path))
    })

    if (firstSeenBy(role).length === 0) return
    for (const language of languages) {
      test(`leads to pages that are accessible in ${language}, light and dark, and as wide as their window`, async ({
        page,
        prefer,
      }) => {
        await prefer({ language, colourScheme: 'light' })
        for (const path of firstSeenBy(role)) {
          await test.step(path, async () => {
            await page.setViewportSize(viewports.desktop)
            await open(page, path)
            await expectNoAxeViolations(page)
            await expectNoSidewaysScrolling(page)
            await page.setViewportSize(viewports.phone)
            await expectNoSidewaysScrolling(page)
            await page.evaluate(() => {
              document.documentElement.setAttribute('data-mantine-color-scheme', 'dark')
            })
            await expectNoAxeViolations(page)
          })
        }
      })
    }
  })
}
