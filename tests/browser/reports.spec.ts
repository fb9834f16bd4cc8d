import { expectNoAxeViolations } from './setup/expect-no-axe-violations.ts'
import { expect, test } from './setup/fixtures.ts'

test.describe('a manager who wants figures by e-mail', () => {
  test.use({ role: 'manager' })

  test('orders what they see with the keyboard, has it sent at once, and ends it', async ({ page }) => {
    const name = `Every morning ${Date.now()}`
    await page.goto('/review/alerts?period=last-7-days&filter=rule:is:paid-twice')
    await page.getByRole('button', { name: 'Views' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Send by e-mail…' }).press('Enter')
    await expect(page.getByRole('heading', { name: 'Reports', level: 1 })).toBeVisible()
    await expect(page.getByLabel('What')).toContainText('Alert volumes, as you just saw it')
    await page.getByLabel('How often').selectOption({ label: 'Daily, about yesterday' })
    await page.getByLabel('Name').fill(name)
    await page.keyboard.press('Enter')
    const row = page.getByRole('row').filter({ hasText: name })
    await expect(row).toContainText('not yet')
    await row.getByRole('button', { name: `Send now: ${name}` }).press('Enter')
    await expect(page.getByText('On its way to your mailbox.')).toBeVisible()
    await expect(row).not.toContainText('not yet')
    await expectNoAxeViolations(page)
    await row.getByRole('button', { name: `End it: ${name}`, exact: true }).press('Enter')
    await expect(row).toHaveCount(0)
  })

  test('reads a Review page on paper: no controls, but the scope in words', async ({ page }) => {
    await page.goto('/review/alerts?period=2026-W01&filter=channel:is:pos')
    await expect(page.getByRole('heading', { name: 'Alert volumes', level: 1 })).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('group', { name: 'What the page shows' })).toBeHidden()
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeHidden()
    await expect(page.getByText(/Channel is .* · Europe\/Warsaw/)).toBeVisible()
  })
})
