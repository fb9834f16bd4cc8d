import { expect, type Page } from '@playwright/test'

/** What a page complained about while a test used it. */
export interface Complaints {
  /** Lets a test say that it expects one, such as the 404 that it asks for. */
  allow(pattern: RegExp): void
  expectNone(): void
}

/** Collects console errors, uncaught errors and failed requests; any that a test does not allow fails it. */
export function watchPage(page: Page): Complaints {
  const heard: string[] = []
  const allowed: RegExp[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => heard.push(`page: ${error.message}`))
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // Leaving a page ends what it was still fetching.
    if (reason !== 'net::ERR_ABORTED') heard.push(`request: ${request.url()} ${reason}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) heard.push(`response: ${response.status()} ${response.url()}`)
  })
  return {
    allow: (pattern) => allowed.push(pattern),
    expectNone: () => {
      expect(heard.filter((text) => !allowed.some((pattern) => pattern.test(text)))).toEqual([])
    },
  }
}
