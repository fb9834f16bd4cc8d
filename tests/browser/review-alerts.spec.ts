import { readFile } from 'node:fs/promises'
import { type Download, type Page } from '@playwright/test'
import { expectNoAxeViolations } from './setup/expect-no-axe-violations.ts'
import { expectNoSidewaysScrolling } from './setup/expect-no-sideways-scrolling.ts'
import { expect, test, viewports } from './setup/fixtures.ts'

const everything = '/review/alerts?period=all&compare=none'

/** The number of a tile, by its label. */
async function tileValue(page: Page, label: string): Promise<number> {
  const link = page.getByRole('link', { name: label, exact: true })
  const tile = page.getByTestId('tile').filter({ has: link })
  return Number((await tile.getByTestId('value').innerText()).replace(/\D/g, ''))
}

/** What the list says that it shows: "50 of 474". */
async function listedTotal(page: Page): Promise<number> {
  const shown = page.getByRole('status').filter({ hasText: /\d of [\d,]+/ })
  return Number((await shown.innerText()).replace(/^.*of /, '').replace(/\D/g, ''))
}

/** A file without the instant at which it was made. */
async function rowsOf(file: Download): Promise<string> {
  return (await readFile(await file.path(), 'utf8')).replace(/^# as of.*$/m, '')
}

test.describe('a manager reading alert volumes', () => {
  test.use({ role: 'manager' })

  test('gets from a figure to its rows and to one alert with the keyboard, and the counts agree', async ({
    page,
  }) => {
    await page.goto(everything)
    await expect(page.getByRole('heading', { name: 'Alert volumes', level: 1 })).toBeVisible()
    const volume = await tileValue(page, 'Alert volume')
    expect(volume).toBeGreaterThan(0)
    await page.getByRole('link', { name: 'Alert volume', exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Alerts', level: 1 })).toBeVisible()
    expect(await listedTotal(page)).toBe(volume)
    const first = page.getByRole('table', { name: 'Alerts' }).getByRole('link').first()
    const reference = await first.innerText()
    await first.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: `Alert ${reference}`, level: 1 })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Why this was worth asking' })).toBeVisible()
    await page.goBack()
    await page.goBack()
    await expect(page).toHaveURL(/\/review\/alerts\?period=all/)
  })

  for (const [tile, heading] of [
    ['Rule hits', 'Rule hits'],
    ['Alerted customers', 'Alerted customers'],
  ] as const) {
    test(`the tile "${tile}" opens as many rows as it says`, async ({ page }) => {
      await page.goto(everything)
      const value = await tileValue(page, tile)
      await page.getByRole('link', { name: tile, exact: true }).click()
      await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
      expect(await listedTotal(page)).toBe(value)
    })
  }

  test('with complete periods only, the bar names the dates that the figures are of', async ({ page }) => {
    await page.goto('/review/alerts')
    const compared = page.getByRole('button', { name: /^Against the period before/ })
    const withToday = await compared.innerText()
    await page.getByLabel('Complete periods only').check()
    await expect(page).toHaveURL(/complete=1/)
    await expect(compared).not.toHaveText(withToday)
    const dates = (await compared.innerText()).replace('Against the period before', '').trim()
    await expect(page.getByTestId('tile').filter({ hasText: 'Alert volume' })).toContainText(dates)
  })

  test('has the rows made into a file in the background: the same file that comes at once', async ({
    page,
  }) => {
    await page.goto(everything)
    const menu = page.getByRole('button', { name: 'Export' })
    await menu.click()
    const atOnce = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'CSV', exact: true }).click()
    const whole = await rowsOf(await atOnce)
    await menu.click()
    await page.getByRole('menuitem', { name: 'In the background' }).click()
    await page.getByRole('button', { name: 'Make the file' }).click()
    const made = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download Alerts' }).first().click()
    expect(await rowsOf(await made)).toBe(whole)
    await expectNoAxeViolations(page)
  })

  test('a cell of the hours opens the rows of that hour', async ({ page }) => {
    await page.goto(everything)
    const hours = page.getByRole('figure', { name: 'By hour of the week' })
    await hours.getByRole('link').first().click()
    await expect(page).toHaveURL(/filter=hour/)
    expect(await listedTotal(page)).toBeGreaterThan(0)
  })

  test('an export ends with the number that the tile shows', async ({ page }) => {
    await page.goto(everything)
    const volume = await tileValue(page, 'Alert volume')
    const answer = await page.request.get('/alerts/export?period=all&rows=alerts&dialect=plain')
    expect(answer.headers()['content-type']).toContain('text/csv')
    expect((await answer.text()).trimEnd().split('\r\n').at(-1)).toBe(`# rows,${volume}`)
  })

  test('is led to the data when the period holds none', async ({ page }) => {
    await page.goto('/review/alerts?period=1999')
    await page.getByRole('link', { name: 'Show all data' }).click()
    await expect(page).toHaveURL(/period=all/)
    await expect(page.getByRole('figure', { name: 'Rule hits over time' })).toBeVisible()
  })

  test('a hand-edited address is explained and the page still works', async ({ page }) => {
    await page.goto('/review/alerts?period=all&zone=Europe/Nowhere&filter=rule:maybe:x')
    await expect(page.getByRole('alert').filter({ hasText: 'Europe/Warsaw' })).toBeVisible()
    expect(await tileValue(page, 'Alert volume')).toBeGreaterThan(0)
  })

  for (const colourScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on the figures, the rows and an alert in ${colourScheme}`, async ({
      page,
      prefer,
    }) => {
      await prefer({ colourScheme })
      await page.goto(everything)
      await expect(page.getByRole('figure', { name: 'Rules that fired together' })).toBeVisible()
      await expectNoAxeViolations(page)
      await page.goto('/alerts?period=all')
      const first = page.getByRole('table', { name: 'Alerts' }).getByRole('link').first()
      await expect(first).toBeVisible()
      await expectNoAxeViolations(page)
      await first.click()
      await expect(page.getByRole('heading', { name: 'Every rule that was looked at' })).toBeVisible()
      await expectNoAxeViolations(page)
    })
  }

  test('fits a narrow telephone without sideways scrolling', async ({ page }) => {
    await page.setViewportSize(viewports.phone)
    await page.goto(everything)
    await expect(page.getByRole('figure', { name: 'Rules that fired together' })).toBeVisible()
    await expectNoSidewaysScrolling(page)
    await page.goto('/alerts?period=all')
    const first = page.getByRole('table', { name: 'Alerts' }).getByRole('link').first()
    await expect(first).toBeVisible()
    await expectNoSidewaysScrolling(page)
    await first.click()
    await expect(page.getByRole('heading', { name: 'Every rule that was looked at' })).toBeVisible()
    await expectNoSidewaysScrolling(page)
  })
})

test.describe('somebody of the staff', () => {
  test.use({ role: 'staff' })

  test('sees alerts, but neither figures nor exports', async ({ page, complaints }) => {
    complaints.allow(/403/)
    await page.goto('/alerts?period=all')
    await expect(page.getByRole('table', { name: 'Alerts' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Export' })).toHaveCount(0)
    expect((await page.request.get('/alerts/export?period=all')).status()).toBe(403)
    expect((await page.goto('/review/alerts'))?.status()).toBe(403)
  })
})
