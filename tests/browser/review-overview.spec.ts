import { type Page } from '@playwright/test'
import { languages } from '../../domain/language/language.ts'
import { expectNoAxeViolations } from './setup/expect-no-axe-violations.ts'
import { expectNoSidewaysScrolling } from './setup/expect-no-sideways-scrolling.ts'
import { expect, test, viewports } from './setup/fixtures.ts'

const overview = '/review/overview'

/** A measure's part of the page, once its figures are there. */
async function measure(page: Page, name: string) {
  const section = page.getByRole('region', { name, exact: true })
  await expect(section.getByTestId('sentence')).toBeVisible()
  return section
}

/** Chooses with the keyboard alone. */
async function press(page: Page, role: 'button' | 'link' | 'menuitem', name: string | RegExp): Promise<void> {
  await page.getByRole(role, { name }).first().focus()
  await page.keyboard.press('Enter')
}

test.describe('a manager at the overview', () => {
  test.use({ role: 'manager' })

  test('names the desk that is short of people: from the sentence to its own figures', async ({ page }) => {
    await page.goto(overview)
    const handoffs = await measure(page, 'Handoff times')
    const desk = handoffs.getByTestId('sentence').getByRole('link', { name: 'Card specialists' })
    await desk.focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/review\/handoffs\?filter=desk/)
    await expect(page.getByRole('heading', { name: 'Handoffs', level: 1 })).toBeVisible()
    await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Card specialists')
  })

  test('names the thresholds that were activated: from what happened to before and after', async ({
    page,
  }) => {
    await page.goto(overview)
    const happened = page.getByRole('listitem').filter({ hasText: 'Thresholds activated' })
    await happened.getByRole('link', { name: 'before and after' }).focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/period=.*compare=/)
    const alerts = await measure(page, 'Alert volumes')
    await expect(alerts.getByTestId('sentence')).toContainText(/fewer than .*Far above the usual amount/)
    await page.goBack()
    await happened.getByRole('link', { name: /Thresholds activated/ }).focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/thresholds\/2$/)
  })

  test('names the proposal that was implemented: from what happened to what came of it', async ({ page }) => {
    await page.goto(overview)
    const happened = page.getByRole('listitem').filter({ hasText: 'Proposal implemented' })
    await happened.getByRole('link', { name: /Proposal implemented/ }).focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/effects\//)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })

  test('finds the figures in the page as it comes, before any script', async ({ page }) => {
    const html = await (await page.request.get(overview)).text()
    await page.setContent(html.replaceAll(/<script[^]*?<\/script>/g, ''))
    for (const name of ['Alert volumes', 'Confirmation outcomes', 'Handoff times', 'Case resolution']) {
      const section = page.getByRole('region', { name, exact: true })
      await expect(section.getByTestId('value')).toHaveText(/\d/)
      await expect(section.getByTestId('sentence')).toHaveText(/\d/)
    }
  })

  test('moves the period in a browser that has no Temporal of its own', async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Temporal'))
    await page.goto(overview)
    await measure(page, 'Alert volumes')
    await page.keyboard.press('ArrowLeft')
    await expect(page).toHaveURL(/period=\d{4}-\d\d-\d\d\.\./)
    await measure(page, 'Alert volumes')
  })

  test('goes from a measure to its page and back, and moves the period, with the keyboard', async ({
    page,
  }) => {
    await page.goto(overview)
    await measure(page, 'Alert volumes')
    await page.keyboard.press('m')
    await expect(page).toHaveURL(/period=this-month/)
    await page.keyboard.press('ArrowLeft')
    await expect(page).toHaveURL(/period=\d{4}-\d{2}(&|$)/)
    await page.keyboard.press('x')
    await expect(page).toHaveURL(/compare=none/)
    await page.goBack()
    await expect(page).not.toHaveURL(/compare=none/)
    await press(page, 'link', 'Everything about alerts')
    await expect(page).toHaveURL(/\/review\/alerts\?period=\d{4}-\d{2}/)
  })

  test('keeps a view, begins with it, sees its history and takes it away', async ({ page }) => {
    const name = `View ${Date.now()}`
    await page.goto(`${overview}?period=last-7-days`)
    await measure(page, 'Alert volumes')
    await press(page, 'button', 'Views')
    await press(page, 'menuitem', 'Save as a view')
    const form = page.getByRole('dialog', { name: 'Save as a view' })
    await form.getByLabel('Name').fill(name)
    await expectNoAxeViolations(page)
    await page.keyboard.press('Enter')
    await expect(form).toBeHidden()
    await press(page, 'button', 'Views')
    await press(page, 'menuitem', 'Manage views')
    const dialog = page.getByRole('dialog', { name: 'Manage views' })
    await dialog.getByRole('button', { name: `Open first: ${name}` }).press('Enter')
    await expect(dialog.getByRole('button', { name: `Not first: ${name}` })).toBeVisible()
    await dialog.getByRole('button', { name: `History of ${name}` }).press('Enter')
    await expect(dialog.getByRole('link', { name: `Version 1: ${name}` })).toBeVisible()
    await expectNoAxeViolations(page)
    await page.goto(overview)
    await expect(page).toHaveURL(/period=last-7-days/)
    await press(page, 'button', 'Views')
    await press(page, 'menuitem', 'Manage views')
    await dialog.getByRole('button', { name: `Remove ${name}` }).press('Enter')
    await expect(dialog.getByRole('link', { name })).toHaveCount(0)
  })

  test('shares a link with its dates pinned, and ends it', async ({ page, complaints }) => {
    complaints.allow(/404/)
    await page.goto(overview)
    await measure(page, 'Alert volumes')
    await press(page, 'button', 'Share')
    const dialog = page.getByRole('dialog', { name: 'Share' })
    await dialog.getByRole('button', { name: 'Make a link' }).press('Enter')
    const address = await dialog.getByLabel('Link (shown now, never again)').inputValue()
    await expectNoAxeViolations(page)
    await page.goto(address)
    await expect(page).toHaveURL(
      /\/review\/overview\?period=\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}&compare=.*zone=/,
    )
    await press(page, 'button', 'Share')
    await dialog.getByRole('button', { name: 'End it' }).first().press('Enter')
    await expect(page.getByText('The link no longer opens.')).toBeVisible()
    expect((await page.goto(address))?.status()).toBe(404)
  })

  test('writes a note of their own, sees it among what happened, and takes it away', async ({ page }) => {
    const text = `Card terminals were down ${Date.now()}`
    await page.goto(overview)
    await measure(page, 'Alert volumes')
    await press(page, 'button', 'Note')
    const dialog = page.getByRole('dialog', { name: 'Note' })
    await dialog.getByLabel('What happened').fill(text)
    await dialog.getByRole('radio', { name: 'Only me' }).check()
    await expectNoAxeViolations(page)
    await dialog.getByRole('button', { name: 'Put it on the charts' }).press('Enter')
    await expect(page.getByRole('region', { name: 'What happened meanwhile' })).toContainText(text)
    await press(page, 'button', 'Note')
    const own = dialog.getByRole('listitem').filter({ hasText: text })
    await own.getByRole('button', { name: 'Remove' }).press('Enter')
    await expect(own).toHaveCount(0)
  })

  for (const language of languages) {
    for (const colourScheme of ['light', 'dark'] as const) {
      test(`is accessible and fits a telephone in ${language}, ${colourScheme}`, async ({ page, prefer }) => {
        await prefer({ language, colourScheme })
        await page.goto(overview)
        await expect(page.getByTestId('sentence')).toHaveCount(4)
        await expectNoAxeViolations(page)
        await page.setViewportSize(viewports.phone)
        await expectNoSidewaysScrolling(page)
      })
    }
  }
})
