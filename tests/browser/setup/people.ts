import { randomUUID } from 'node:crypto'
import { type APIRequestContext, expect } from '@playwright/test'
import type { Role } from '../../../domain/access/roles.ts'

/** Somebody who exists for one worker of one run, so that workers do not change each other's language or colours. */
export interface TestPerson {
  readonly email: string
  readonly password: string
  readonly role: Role
}

/** Adds a person through the product's own door, as the demo's administrator. */
export async function addTestPerson(request: APIRequestContext, role: Role): Promise<TestPerson> {
  await signInByRequest(request, 'admin@demo.example', 'worth-asking-demo')
  const id = randomUUID()
  const person = { email: `${role.toLowerCase()}-${id}@browser.example`, password: `pw-${id}`, role }
  const input = { ...person, name: `Browser ${role}`, language: 'en' }
  const answer = await request.post('/api/trpc/people.add', { data: { json: input } })
  expect(answer.status(), await answer.text()).toBe(200)
  return person
}

async function signInByRequest(request: APIRequestContext, email: string, password: string): Promise<void> {
  const { csrfToken } = (await (await request.get('/api/auth/csrf')).json()) as { csrfToken: string }
  const answer = await request.post('/api/auth/callback/credentials', {
    form: { csrfToken, email, password, json: 'true' },
  })
  expect(answer.status(), 'the demo administrator can sign in').toBe(200)
}
