import { type Page } from '@playwright/test'
import { expectNoAxeViolations } from './setup/expect-no-axe-violations.ts'
import { expectNoSidewaysScrolling } from './setup/expect-no-sideways-scrolling.ts'
import { expect, test, viewports } from './setup/fixtures.ts'

const everything = '/review/outcomes?period=all&compare=none'

/** The number of a tile, by its label. */
async function tileValue(page: Page, label: string): Promise<number> {
  const link = page.getByRole('link', { name: label, exact: true })
  const tile = page.getByTestId('tile').filter({ has: link })
  return Number((await tile.getByTestId('value').innerText()).replace(/\D/g, ''))
}

/** What the list says that it shows: "50 of 474"; a list without rows says nothing. */
async function listedTotal(page: Page): Promise<number> {
  const shown = page.getByRole('status').filter({ hasText: /\d of [\d,]+/ })
  return Number((await shown.innerText()).replace(/^.*of /, '').replace(/\D/g, ''))
}

test.describe('a manager reading outcomes', () => {
  test.use({ role: 'manager' })

  test('reads one sentence whose numbers open as many rows as they say', async ({ page }) => {
    await page.goto(everything)
    const questions = page.getByRole('link', { name: /questions? (was|were)$/ })
    const said = Number((await questions.innerText()).replace(/\D/g, ''))
    expect(said).toBe(await tileValue(page, 'Alert volume'))
    await questions.click()
    await expect(page.getByRole('heading', { name: 'Alerts', level: 1 })).toBeVisible()
    expect(await listedTotal(page)).toBe(said)
  })

  test('the outcomes under the chart add up to all questions, and one opens its alerts', async ({ page }) => {
    await page.goto(everything)
    const figure = page.getByRole('figure', { name: 'Outcomes over time' })
    const links = figure.getByRole('definition').getByRole('link')
    await expect(links).toHaveCount(5)
    const counts = (await links.allInnerTexts()).map((text) => Number(text.replace(/\D/g, '')))
    const sum = counts.reduce((total, count) => total + count, 0)
    expect(sum).toBe(await tileValue(page, 'Alert volume'))
    const largest = counts.indexOf(Math.max(...counts))
    await links.nth(largest).click()
    await expect(page).toHaveURL(/filter=outcome/)
    expect(await listedTotal(page)).toBe(counts[largest])
  })

  test('a file of the rows ends with their number', async ({ page }) => {
    await page.goto(everything)
    const volume = await tileValue(page, 'Alert volume')
    const answer = await page.request.get('/alerts/export?period=all&rows=alerts&dialect=plain')
    expect((await answer.text()).trimEnd().split('\r\n').at(-1)).toBe(`# rows,${volume}`)
  })

  for (const colourScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in ${colourScheme}`, async ({ page, prefer }) => {
      await prefer({ colourScheme })
      await page.goto(everything)
      await expect(page.getByRole('table', { name: 'Precision by rule' })).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Missed mistakes' })).toBeVisible()
      await expectNoAxeViolations(page)
    })
  }

  test('fits a narrow telephone without sideways scrolling', async ({ page }) => {
    await page.setViewportSize(viewports.phone)
    await page.goto(everything)
    await expect(page.getByRole('table', { name: 'Precision by rule' })).toBeVisible()
    await expectNoSidewaysScrolling(page)
  })
})

test.describe('somebody of the staff', () => {
  test.use({ role: 'staff' })

  test('is not shown outcomes of the organisation', async ({ page, complaints }) => {
    complaints.allow(/403/)
    expect((await page.goto('/review/outcomes'))?.status()).toBe(403)
  })
})
