import { expect, type Page } from '@playwright/test'

/** The page is as wide as its window; wide tables scroll inside their own frame. Charts follow a window that changes a moment later. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const excess = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  await expect.poll(excess).toBeLessThanOrEqual(0)
}
