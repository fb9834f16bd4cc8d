import type { Browser, Locator, Page } from '@playwright/test'
import { demoPassword } from '../../domain/access/demo-accounts.ts'
import { expectNoAxeViolations } from './setup/expect-no-axe-violations.ts'
import { expectNoSidewaysScrolling } from './setup/expect-no-sideways-scrolling.ts'
import { expect, test, viewports } from './setup/fixtures.ts'

test.use({ role: 'ruleAdmin' })

// One organisation has one active version: these follow one another.
test.describe('the way to customers', () => {
  test.describe.configure({ mode: 'serial' })

  test('a threshold is moved by keyboard, sent, approved by another person, goes live and is rolled back', async ({
    page,
    browser,
  }) => {
    await page.goto('/thresholds')
    const decides = await page
      .getByRole('row', { name: /Active/ })
      .getByRole('link')
      .first()
      .innerText()
    const { address, before, after } = await draftWithKeyboard(page)
    await send(page)
    await expect(page.getByRole('button', { name: 'Approve exactly this' })).toBeHidden()

    const { approver, close } = await approverIn(browser)
    await approver.goto(`${address}?tab=review`)
    await expect(approver.getByText('The seal fits the rules, the data and the result.')).toBeVisible()
    await expect(approver.getByText(before).first()).toBeVisible()
    await expect(approver.getByText(after).first()).toBeVisible()
    await press(approver, 'Approve exactly this')
    await press(approver, 'Go live now')
    await expect(approver.getByText(/^Active · change/)).toBeVisible()

    await page.goto('/thresholds/history')
    await expect(page.getByText('became active').first()).toBeVisible()
    await page.goto(`/thresholds/${decides.replace(/\D/g, '')}`)
    await page.getByLabel('Why this version is taken up again').fill('As it was before')
    await press(page, 'Roll back to this version')
    await expect(page.getByText(/^In review · rollback/)).toBeVisible()

    await approver.goto(page.url())
    await press(approver, 'Approve exactly this')
    await approver.getByLabel(/^Goes live at/).fill(tomorrowAtNine())
    await press(approver, 'Schedule')
    await expect(approver.getByText(/^Scheduled · rollback/)).toBeVisible()
    await press(approver, 'Take the schedule back')
    await expect(approver.getByText(/^Approved · rollback/)).toBeVisible()
    await approver.getByLabel(/^Goes live at/).fill('')
    await press(approver, 'Go live now')
    await expect(approver.getByText(/^Active · rollback/)).toBeVisible()
    await close()
  })

  test('changes are asked for with a comment, and an edit voids what was approved', async ({
    page,
    browser,
  }) => {
    const { address } = await draftWithKeyboard(page)
    await send(page)
    const { approver, close } = await approverIn(browser)
    await approver.goto(address)
    await expect(approver.getByRole('button', { name: 'Ask for changes' })).toBeDisabled()
    await approver.getByLabel('Comment', { exact: true }).fill('One step less, please')
    await press(approver, 'Ask for changes')
    await expect(approver.getByText(/^Draft · change/)).toBeVisible()

    await page.goto(`${address}?tab=history`)
    await expect(page.getByText('One step less, please')).toBeVisible()
    await page.goto(address)
    await moveHandle(page, 'ArrowLeft')
    await moveHandle(page, 'ArrowLeft')
    await save(page)
    await send(page)
    await approver.goto(address)
    await press(approver, 'Approve exactly this')
    await expect(approver.getByText(/^Approved · change/)).toBeVisible()

    await page.goto(address)
    await moveHandle(page, 'ArrowRight')
    await expect(page.getByText('what was approved no longer counts')).toBeVisible()
    await save(page)
    await expect(page.getByText(/^Draft · change/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Go live now' })).toBeHidden()
    await discard(page)
    await expect(page.getByText(/^Ended · change/)).toBeVisible()
    await close()
  })
})

test('a rule is added to a draft with its names in three languages, and removed again', async ({ page }) => {
  await beginDraft(page)
  const form = page.getByRole('region', { name: 'Add a rule' })
  await form.getByLabel('Signal').selectOption({ label: 'Times the usual amount' })
  await expect(form.getByRole('button', { name: 'Add this rule' })).toBeDisabled()
  for (const [language, name] of [
    ['English', 'Three times the usual'],
    ['Polish', 'Trzykrotność zwykłej kwoty'],
    ['Russian', 'Втрое больше обычного'],
  ] as const) {
    await form.getByLabel(`Name, ${language}`).fill(name)
  }
  await press(form, 'Add this rule')
  const beside = page.getByRole('region', { name: /^Draft beside the active version/ })
  await expect(beside.getByText('Three times the usual').first()).toBeVisible()
  await expect(beside.getByText('new rule')).toBeVisible()
  await save(page)
  await press(page, 'Remove this rule', 'last')
  // Not "Both say the same.": another journey may have activated another version meanwhile.
  await expect(beside.getByText('new rule')).toBeHidden()
  await save(page)
  await discard(page)
  await expect(page.getByText(/^Ended · change/)).toBeVisible()
})

test('what is measured is shown although the distributions of all rules are still being counted', async ({
  page,
}) => {
  await page.route(/whatIf\.histograms/, () => undefined)
  await beginDraft(page)
  const measured = page.getByRole('region', { name: 'What it would have done' })
  await expect(measured.getByText(/purchases in \d+ days/)).toBeVisible()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await discard(page)
  await expect(page.getByText(/^Ended · change/)).toBeVisible()
})

test('what somebody else saves meanwhile takes nothing away, and both changes are put together', async ({
  page,
  browser,
  complaints,
}) => {
  complaints.allow(/409/)
  const { address } = await draftWithKeyboard(page)
  await expect(page.getByRole('slider', { name: `Threshold of ${moved}` })).toBeVisible()
  const { approver: other, close } = await approverIn(browser)
  await other.goto(address)
  const { after: theirs } = await moveHandle(other, 'PageUp')
  const { after: mine } = await moveHandle(page, 'ArrowRight')
  await save(other)

  await expect(page.getByText('Somebody saved this draft meanwhile.')).toBeVisible()
  const handle = page.getByRole('slider', { name: `Threshold of ${moved}` })
  await expect(handle).toHaveAttribute('aria-valuetext', mine)
  await press(page, 'Save the draft')
  await expect(page.getByText('Somebody changed the same fields meanwhile.')).toBeVisible()
  const saving = page.getByRole('region', { name: 'Save', exact: true })
  await saving.getByLabel(`${moved}: threshold`).selectOption({ label: `Theirs: ${theirs}` })
  await press(page, 'Put mine on top of theirs')
  await expect(handle).toHaveAttribute('aria-valuetext', theirs)
  await expect(page.getByRole('button', { name: 'Save the draft' })).toBeHidden()
  await discard(page)
  await expect(page.getByText(/^Ended · change/)).toBeVisible()
  await close()
})

test('what is not saved is there again after a look elsewhere, cannot be sent, and is dropped on purpose', async ({
  page,
}) => {
  await beginDraft(page)
  const { before, after } = await moveHandle(page, 'ArrowRight')
  const handle = page.getByRole('slider', { name: `Threshold of ${moved}` })
  const open = async () => {
    await page.locator('summary', { hasText: moved }).focus()
    await page.keyboard.press('Enter')
  }
  await page.getByRole('tab', { name: 'Review' }).click()
  await expect(page.getByText('Something is changed and not saved.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Test it and send it for review' })).toBeDisabled()
  await page.getByRole('tab', { name: 'Rules' }).click()
  await open()
  await expect(handle).toHaveAttribute('aria-valuetext', after)
  await page.getByRole('link', { name: 'Thresholds', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Thresholds', exact: true })).toBeVisible()
  await page.goBack()
  await page.getByRole('tab', { name: 'Rules' }).click()
  await open()
  await expect(handle).toHaveAttribute('aria-valuetext', after)
  await press(page, 'Drop what is not saved')
  await expect(handle).toHaveAttribute('aria-valuetext', before)
  await expect(page.getByRole('button', { name: 'Test it and send it for review' })).toBeEnabled()
  await discard(page)
  await expect(page.getByText(/^Ended · change/)).toBeVisible()
})

test('the advisor’s point becomes a draft in one press, and a purchase that differs is one press away', async ({
  page,
}) => {
  await page.goto('/thresholds')
  await page
    .getByRole('row', { name: /Active/ })
    .getByRole('link')
    .first()
    .click()
  const advisor = page.getByRole('region', { name: 'Advisor', exact: true })
  await advisor.getByLabel('Currency').selectOption('PLN')
  await press(advisor, 'Propose')
  await expect(page.getByRole('slider', { name: 'Point of the frontier' })).toBeVisible({ timeout: 120_000 })
  await press(page, 'Make a draft from this')
  await page.waitForURL(/\/thresholds\/\d+/)
  await expect(page.getByRole('region', { name: 'From the advisor' })).toBeVisible()
  await expect(page.getByText(/^Draft · change · Advisor/)).toBeVisible()
  const examples = page.getByRole('table', { name: 'Purchases that differ' })
  const lost = page.getByText(/^No longer asked \([1-9]/)
  await expect(lost).toBeVisible({ timeout: 120_000 })
  await lost.click()
  const address = page.url()
  await examples.getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name: /^Purchase / })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Every rule that was looked at' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Decide it again' })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.setViewportSize(viewports.phone)
  await expectNoSidewaysScrolling(page)
  await page.setViewportSize(viewports.desktop)
  await page.goto(address)
  await discard(page)
  await expect(page.getByText(/^Ended · change/)).toBeVisible()
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
    const decided = page.getByRole('table', { name: 'Active and earlier' })
    await expect(decided.getByRole('link').first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Begin a draft' })).toBeHidden()
    await expect(page.getByRole('heading', { name: 'Emergency stop' })).toBeHidden()
  })
})

const moved = 'Two places too far apart'

async function press(on: Page | Locator, name: string, which: 'first' | 'last' = 'first'): Promise<void> {
  const button = on.getByRole('button', { name, exact: true })
  await button[which]().focus()
  await button[which]().press('Enter')
}

async function beginDraft(page: Page): Promise<void> {
  await page.goto('/thresholds')
  await page.getByLabel('What shall change, and why').fill('Fewer questions about fast journeys')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/thresholds\/\d+$/)
}

async function moveHandle(page: Page, key: string): Promise<{ before: string; after: string }> {
  const handle = page.getByRole('slider', { name: `Threshold of ${moved}` })
  if (!(await handle.isVisible())) {
    await page.locator('summary', { hasText: moved }).focus()
    await page.keyboard.press('Enter')
  }
  const before = (await handle.getAttribute('aria-valuetext'))!
  await handle.focus()
  await page.keyboard.press(key)
  await expect(handle).not.toHaveAttribute('aria-valuetext', before)
  return { before, after: (await handle.getAttribute('aria-valuetext'))! }
}

async function save(page: Page): Promise<void> {
  await press(page, 'Save the draft')
  await expect(page.getByRole('button', { name: 'Save the draft' })).toBeHidden()
}

async function discard(page: Page): Promise<void> {
  await press(page, 'Discard')
  await press(page.getByRole('dialog', { name: /^Discard version/ }), 'Discard it for good')
}

async function draftWithKeyboard(page: Page) {
  await beginDraft(page)
  const address = page.url()
  const values = await moveHandle(page, 'ArrowRight')
  await save(page)
  return { address, ...values }
}

async function send(page: Page): Promise<void> {
  await press(page, 'Test it and send it for review')
  await expect(page.getByText('You wrote or edited this version')).toBeVisible()
}

/** Somebody else, without the author's session, which new contexts would otherwise share. */
async function approverIn(browser: Browser) {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const approver = await context.newPage()
  await approver.goto('/sign-in')
  await approver.locator('input[type=email]').fill('rules2@demo.example')
  await approver.locator('input[type=password]').fill(demoPassword)
  await approver.keyboard.press('Enter')
  await approver.waitForURL(/\/thresholds$/)
  return { approver, close: () => context.close() }
}

function tomorrowAtNine(): string {
  return `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T09:00`
}
