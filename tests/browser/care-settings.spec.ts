import { expectNoAxeViolations } from './setup/expect-no-axe-violations.ts'
import { expectNoSidewaysScrolling } from './setup/expect-no-sideways-scrolling.ts'
import { expect, test, viewports } from './setup/fixtures.ts'

test.use({ role: 'admin' })

test('a desk is added by keyboard; hours that never open are refused with what to do', async ({
  page,
  complaints,
}) => {
  complaints.allow(/organisation\.addDesk|422 \(Unprocessable Entity\)/)
  const key = `desk-${test.info().workerIndex}-${Date.now()}`
  await page.goto('/settings/desks')
  await page.getByRole('button', { name: 'Add a desk' }).focus()
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog')
  const write = async (label: string, text: string) => {
    await form.getByLabel(label).focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type(text)
  }
  await write('Key', key)
  for (const language of ['English', 'Polish', 'Russian']) await write(`Name, ${language}`, `Queue ${key}`)
  const save = async () => {
    await form.getByRole('button', { name: 'Add a desk' }).focus()
    await page.keyboard.press('Enter')
  }
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']
  for (const day of days) await form.getByLabel(day).fill('')
  await save()
  await expect(form.getByText(/never opens again/)).toBeVisible()
  await write('Monday', '13:00-9:00')
  await save()
  await expect(form.getByText(/closes before it opens/).first()).toBeVisible()
  await write('Monday', '9:00-13:00, 14:00-24:00')
  await save()
  await expect(page.getByRole('heading', { level: 1, name: `Queue ${key}` })).toBeVisible()
  await expect(page.getByText('09:00-13:00, 14:00-24:00')).toBeVisible()
})

test('a playbook shows what its next version changes before it is saved', async ({ page }) => {
  await page.goto('/settings/playbooks/stolen-wallet')
  await page.getByRole('button', { name: 'Edit' }).click()
  const save = page.getByRole('button', { name: /Save as version/ })
  await expect(save).toBeDisabled()
  await page.getByText(/Step 1: Contain/).click()
  await page.getByLabel('What to say, word for word, English').first().fill('I block your cards now.')
  await expect(page.getByText('I block your cards now.').last()).toBeVisible()
  await expect(save).toBeEnabled()
})

for (const path of [
  '/settings/desks',
  '/settings/desks/branch',
  '/settings/case-kinds',
  '/settings/playbooks',
  '/settings/playbooks/stolen-wallet',
]) {
  for (const language of ['en', 'pl', 'ru'] as const) {
    test(`${path} in ${language}: axe finds nothing, and nothing scrolls sideways on a phone`, async ({
      page,
      prefer,
    }) => {
      await prefer({ language, colourScheme: language === 'pl' ? 'dark' : 'light' })
      await page.setViewportSize(viewports.phone)
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectNoAxeViolations(page)
      await expectNoSidewaysScrolling(page)
    })
  }
}
