import { demoPassword } from '../../domain/access/demo-accounts.ts'
import { expectNoAxeViolations } from './setup/expect-no-axe-violations.ts'
import { expectNoSidewaysScrolling } from './setup/expect-no-sideways-scrolling.ts'
import { expect, test, viewports } from './setup/fixtures.ts'

test.use({ role: 'ruleAdmin' })

test('a threshold is moved by keyboard, sent, approved by another person, and goes live', async ({
  page,
  browser,
}) => {
  test.setTimeout(300_000)
  await page.goto('/thresholds')
  await page.getByLabel('What shall change, and why').fill('Fewer questions about fast journeys')
  await page.getByRole('button', { name: 'Begin a draft' }).click()
  await page.waitForURL(/\/thresholds\/\d+$/)
  const address = page.url()

  await page.getByText('Two places too far apart').first().click()
  const handle = page.getByRole('slider', { name: 'Threshold of Two places too far apart' })
  const before = (await handle.getAttribute('aria-valuetext'))!
  await handle.focus()
  await page.keyboard.press('ArrowRight')
  await expect(handle).not.toHaveAttribute('aria-valuetext', before)
  const after = (await handle.getAttribute('aria-valuetext'))!
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await expect(page.getByRole('button', { name: 'Save the draft' })).toBeHidden()
  await page.getByRole('button', { name: 'Test it and send it for review' }).click()
  await expect(page.getByText('You wrote or edited this version')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Approve exactly this' })).toBeHidden()

  // Without the author's session, which new contexts would otherwise share.
  const other = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const approver = await other.newPage()
  await approver.goto('/sign-in')
  await approver.locator('input[type=email]').fill('rules2@demo.example')
  await approver.locator('input[type=password]').fill(demoPassword)
  await approver.keyboard.press('Enter')
  await approver.waitForURL(/\/thresholds$/)
  await approver.goto(`${address}?tab=review`)
  await expect(approver.getByText('The seal fits the rules, the data and the result.')).toBeVisible()
  await expect(approver.getByText(before).first()).toBeVisible()
  await expect(approver.getByText(after).first()).toBeVisible()
  await approver.getByRole('button', { name: 'Approve exactly this' }).click()
  await approver.getByRole('button', { name: 'Go live now' }).click()
  await expect(approver.getByText(/^Active · change/)).toBeVisible({ timeout: 60_000 })
  await other.close()

  await page.goto('/thresholds/history')
  await expect(page.getByText('became active').first()).toBeVisible()
})

test('the pages of thresholds pass axe and do not scroll sideways', async ({ page }) => {
  for (const address of ['/thresholds', '/thresholds/history', '/thresholds/2', '/thresholds/2?tab=past']) {
    for (const size of [viewports.desktop, viewports.phone]) {
      await page.setViewportSize(size)
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectNoAxeViolations(page)
      await expectNoSidewaysScrolling(page)
    }
  }
})

test.describe('a manager', () => {
  test.use({ role: 'manager' })

  test('reads thresholds and changes nothing', async ({ page }) => {
    await page.goto('/thresholds')
    await expect(page.getByRole('link', { name: 'Version 2' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Begin a draft' })).toBeHidden()
    await expect(page.getByRole('heading', { name: 'Emergency stop' })).toBeHidden()
  })
})
