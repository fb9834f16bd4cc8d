import { expectNoAxeViolations } from './setup/expect-no-axe-violations.ts'
import { expectNoSidewaysScrolling } from './setup/expect-no-sideways-scrolling.ts'
import { expect, test, viewports } from './setup/fixtures.ts'

test.use({ role: 'manager' })

const implemented = 'Неверный адрес доставки новой карты нельзя исправить'

test('the implemented proposal of the demo shows its verdict, window and limits', async ({
  page,
  prefer,
}) => {
  await page.goto('/effects')
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: implemented }).click()
  await expect(page.getByRole('heading', { name: implemented })).toBeVisible()
  const verdict = page.getByRole('region', { name: 'Verdict' })
  await expect(verdict.getByText('Likely effect', { exact: true })).toBeVisible()
  await expect(verdict.getByText(/of 12 weeks/)).toBeVisible()
  await expect(verdict.getByText('Limits of chance before the change')).toBeVisible()
  await expectNoAxeViolations(page)
  await page.setViewportSize(viewports.phone)
  await expectNoSidewaysScrolling(page)
  await prefer({ colourScheme: 'dark' })
  await page.reload()
  await expect(page.getByRole('heading', { name: implemented })).toBeVisible()
  await expectNoAxeViolations(page)
})
