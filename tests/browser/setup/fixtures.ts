import { type Browser, type BrowserContext, expect, type Page, test as base } from '@playwright/test'
import type { Role } from '../../../domain/access/roles.ts'
import type { Language } from '../../../domain/language/language.ts'
import { addTestPerson } from './people.ts'
import { type Complaints, watchPage } from './watch-page.ts'

/** Sizes of window that every page is tried in. */
export const viewports = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 360, height: 740 },
} as const

export type ColourScheme = 'light' | 'dark'

interface Preferences {
  readonly language?: Language
  readonly colourScheme?: ColourScheme
}

interface TestFixtures {
  /** `test.use({ role: 'manager' })`; null: nobody is signed in. */
  readonly role: Role | null
  readonly complaints: Complaints
  /** Sets what the signed-in person prefers; the next page shows it. */
  readonly prefer: (preferences: Preferences) => Promise<void>
}

interface WorkerFixtures {
  /** The browser's state of a role, signed in through the page once per worker. */
  readonly stateOf: (role: Role) => Promise<State>
}

type State = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>

/** The test of all journeys: signed in as `role`, in English and light, failing on whatever a page complains about. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  role: [null, { option: true }],
  stateOf: [
    async ({ browser }, provide) => {
      const states = new Map<Role, Promise<State>>()
      await provide((role) => {
        const state = states.get(role) ?? signedInState(browser, role)
        states.set(role, state)
        return state
      })
    },
    { scope: 'worker' },
  ],
  storageState: async ({ role, stateOf }, provide) => {
    await provide(role === null ? undefined : await stateOf(role))
  },
  complaints: [
    async ({ page, role }, provide) => {
      const complaints = watchPage(page)
      if (role !== null) await savePreferences(page, { language: 'en', colourScheme: 'light' })
      await provide(complaints)
      complaints.expectNone()
    },
    { auto: true },
  ],
  prefer: async ({ page }, provide) => {
    await provide((preferences) => savePreferences(page, preferences))
  },
})

export { expect }

async function signedInState(browser: Browser, role: Role): Promise<State> {
  const { context } = await signInThroughPage(browser, role)
  const state = await context.storageState()
  await context.close()
  return state
}

/**
 * A new person in a browser of their own, signed in through the page as a person does it: fields by their labels, then the role's first
 * page. Inherits nobody's session; whoever calls closes the context.
 */
export async function signInThroughPage(
  browser: Browser,
  role: Role,
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const { baseURL, locale } = test.info().project.use
  const context = await browser.newContext({ baseURL, locale, storageState: { cookies: [], origins: [] } })
  const { email, password } = await addTestPerson(context.request, role)
  await context.clearCookies()
  const page = await context.newPage()
  const complaints = watchPage(page)
  await page.goto('/sign-in')
  await page.getByLabel('E-mail', { exact: true }).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
  complaints.expectNone()
  return { context, page }
}

async function savePreferences(page: Page, preferences: Preferences): Promise<void> {
  const answer = await page.request.post('/api/trpc/preferences.save', { data: { json: preferences } })
  expect(answer.status(), await answer.text()).toBe(200)
}
