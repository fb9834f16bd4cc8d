import { type Role, roles } from '../../domain/access/roles.ts'
import { isPermitted } from '../../domain/access/permissions.ts'
import { type Language, languages } from '../../domain/language/language.ts'
import { navigation } from '../../app/(product)/navigation.ts'
import { expectNoAxeViolations } from './setup/expect-no-axe-violations.ts'
import { expectNoSidewaysScrolling } from './setup/expect-no-sideways-scrolling.ts'
import { expect, test, viewports } from './setup/fixtures.ts'

/** Managers see nearly every page: they read in each language, the others in one. */
const languagesOf: Readonly<Record<Role, readonly Language[]>> = {
  staff: ['pl'],
  manager: languages,
  ruleAdmin: ['ru'],
  auditor: ['en'],
  admin: ['pl'],
}

function pagesOf(role: Role): readonly string[] {
  return navigation.flatMap(({ entries }) =>
    entries.filter(({ permission }) => isPermitted(role, permission)).map(({ href }) => href),
  )
}

for (const role of roles) {
  test.describe(`every page of the navigation of ${role}`, () => {
    test.use({ role })
    test.setTimeout(600_000)

    for (const language of languagesOf[role]) {
      test(`is accessible in ${language}, light and dark, and as wide as its window`, async ({
        page,
        prefer,
      }) => {
        await prefer({ language, colourScheme: 'light' })
        const pages = pagesOf(role)
        expect(pages.length).toBeGreaterThan(2)
        for (const path of pages) {
          await test.step(path, async () => {
            await page.setViewportSize(viewports.desktop)
            await page.goto(path)
            await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
            await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0)
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
