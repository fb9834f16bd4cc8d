import { expectNoAxeViolations } from './setup/expect-no-axe-violations.ts'
import { expectNoSidewaysScrolling } from './setup/expect-no-sideways-scrolling.ts'
import { expect, test, viewports } from './setup/fixtures.ts'

test.describe('a manager with alarms', () => {
  test.use({ role: 'manager' })

  test('sets one with the keyboard, hears of it, says that they are at it, silences, changes and removes it', async ({
    page,
  }) => {
    const name = `Nothing lost ${Date.now()}`
    await page.goto('/settings/alarms')
    await page.getByRole('button', { name: 'New alarm' }).press('Enter')
    const form = page.getByRole('dialog', { name: 'New alarm' })
    await form.getByLabel('Name').fill(name)
    await form.getByLabel('Figure').selectOption({ label: 'Cases reopened' })
    await form.getByLabel('On which side').selectOption('below')
    await form.getByRole('textbox', { name: 'Limit', exact: true }).fill('100000')
    await form.getByRole('button', { name: 'Filter' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Desk' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Card specialists' }).press('Enter')
    await expect(form.getByRole('list', { name: 'Filters' })).toContainText('Card specialists')
    await expect(form.getByRole('status')).toContainText('it would ring')
    await expectNoAxeViolations(page)
    await form.getByLabel('Name').press('Enter')
    await expect(form).toBeHidden()
    const row = page.getByRole('row').filter({ hasText: name })
    await expect(row).toContainText('Desk is Card specialists')
    // An alarm is looked at within a minute and a third, and the list asks every half minute.
    await expect(row).toContainText('Raised since', { timeout: 110_000 })
    await expectNoAxeViolations(page)
    await row.getByRole('button', { name: `I am at it: ${name}` }).press('Enter')
    await expect(row).toContainText('is at it since')
    await row.getByRole('button', { name: `Silent for 4 hours: ${name}` }).press('Enter')
    await expect(row).toContainText('silent until')
    await page.getByRole('button', { name: /^Notifications/ }).press('Enter')
    await expect(page.getByRole('link', { name: `The alarm “${name}” is raised.` })).toBeVisible()
    await page.keyboard.press('Escape')
    await row.getByRole('button', { name: `Change ${name}` }).press('Enter')
    const change = page.getByRole('dialog', { name: 'Change the alarm' })
    await expect(change.getByRole('textbox', { name: 'Limit', exact: true })).toHaveValue('100000')
    await change.getByLabel('On which side').selectOption('above')
    await change.getByLabel('Name').press('Enter')
    await expect(row).toContainText('Quiet since')
    await row.getByRole('button', { name: `Remove ${name}` }).press('Enter')
    await expect(row).toHaveCount(0)
  })

  test('asks for percent of a share and for minutes of a median, and of these for no usual hour', async ({
    page,
  }) => {
    await page.goto('/settings/alarms')
    await page.getByRole('button', { name: 'New alarm' }).click()
    const form = page.getByRole('dialog', { name: 'New alarm' })
    await form.getByLabel('Figure').selectOption({ label: 'Acceptance time' })
    await expect(form.getByLabel('Limit in minutes')).toBeVisible()
    await expect(form.getByLabel('Rings when').getByRole('option')).toHaveCount(2)
    await form.getByLabel('Figure').selectOption({ label: 'Ask rate' })
    await expect(form.getByLabel('Limit in percent')).toBeVisible()
    await page.setViewportSize(viewports.phone)
    await expectNoSidewaysScrolling(page)
  })
})
