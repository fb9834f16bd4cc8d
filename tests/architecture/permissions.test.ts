import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { SignedIn } from '../../domain/access/actor.ts'
import { type Action, isPermitted, permissions } from '../../domain/access/permissions.ts'
import { type Role, roles } from '../../domain/access/roles.ts'
import { createCallerFactory } from '../../server/trpc/procedure.ts'
import { rootRouter } from '../../server/trpc/root-router.ts'

// What fails behind an allowed call is not of interest here.
vi.mock('../../server/observability/log.ts', () => ({
  log: { info: () => undefined, warn: () => undefined, debug: () => undefined },
  logFailure: () => undefined,
}))

interface Procedure {
  readonly _def: { readonly meta?: { readonly permission?: Action | { readonly open: string } } }
}

const root = path.resolve(import.meta.dirname, '../..')
const procedures = Object.entries(
  rootRouter._def.procedures as unknown as Readonly<Record<string, Procedure>>,
)
const guarded = procedures.flatMap(([name, { _def }]) =>
  typeof _def.meta?.permission === 'string' ? [{ name, action: _def.meta.permission }] : [],
)

describe('procedures', () => {
  // No database: a call that gets past the permission fails on it, and none can change anything.
  beforeAll(() => vi.stubEnv('DATABASE_URL', ''))
  afterAll(() => vi.unstubAllEnvs())

  it('are all seen', () => {
    expect(procedures.length).toBeGreaterThan(20)
    expect(procedures.map(([name]) => name)).toEqual(expect.arrayContaining(['people.add', 'audit.verify']))
  })

  it.each(procedures)('%s declares who may call it, or says aloud why everybody may', (_name, { _def }) => {
    const permission = _def.meta?.permission
    if (typeof permission === 'string') expect(Object.keys(permissions)).toContain(permission)
    else expect(permission?.open.length).toBeGreaterThan(20)
  })

  it.each(guarded)('$name needs somebody signed in', async ({ name }) => {
    expect(await call(name, null)).toBe('UNAUTHORIZED')
  })

  it.each(guarded.flatMap((procedure) => roles.map((role) => ({ ...procedure, role }))))(
    '$name, called by $role, goes as the list says',
    async ({ name, action, role }) => {
      const answer = await call(name, role)
      if (isPermitted(role, action)) expect(answer).not.toMatch(/FORBIDDEN|UNAUTHORIZED/)
      else expect(answer).toBe('FORBIDDEN')
    },
  )
})

describe('the permission list', () => {
  /** By hand: whoever widens one of these changes it here too, and says why. */
  it.each<[Action, readonly Role[]]>([
    ['people.write', ['admin']],
    ['people.read', ['auditor', 'admin']],
    ['keys.write', ['admin']],
    ['keys.read', ['auditor', 'admin']],
    ['audit.read', ['auditor', 'admin']],
    ['analytics.export', ['manager', 'ruleAdmin', 'auditor']],
    ['thresholds.read', ['manager', 'ruleAdmin', 'auditor']],
  ])('lets do %s only %j', (action, expected) => {
    expect(permissions[action].roles).toEqual(expected)
  })

  it('lets an auditor read and change nothing but their own settings', () => {
    const may = (Object.keys(permissions) as Action[]).filter((action) => isPermitted('auditor', action))
    const changing = may.filter((action) => !/\.(read|export)$/.test(action))
    expect(changing).toEqual(['preferences.write'])
  })

  it('describes every action', () => {
    for (const { description } of Object.values(permissions))
      expect(description).toMatch(/^\p{Ll}.{8,}[^.]$/u)
  })
})

describe('HTTP routes', () => {
  const doors = listFiles('server/rest/routes', /\.ts$/)
  const restFiles = listFiles('app/api/v1', /\/route\.ts$/)
  /** What serves everybody: each with the door that it passes. */
  const others: Readonly<Record<string, RegExp>> = {
    'app/api/auth/[...nextauth]/route.ts': /createAuthOptions\(request\)/,
    // A customer's link: the token is the key, and every request is counted before it is looked at.
    'app/ask/[token]/route.ts': /countAsk\(\{ token, address/,
    'app/api/trpc/[trpc]/route.ts': /createContext\(request\.headers\)/,
    // The service asks the list again when a file that was once allowed is fetched.
    'app/(product)/exports/[exportId]/route.ts': /findSignedIn\(request\.headers\)[\s\S]*openExport\(/,
  }

  /** A download: who asks is read for this request, and the list is asked by a word of it. */
  const asksTheList =
    /findSignedIn\(request\.headers\)[\s\S]*!isPermitted\(\w+\.role, '[a-zA-Z]+\.[a-zA-Z]+'\)/

  it('are all seen', () => {
    expect(doors.length).toBeGreaterThan(6)
    expect(restFiles.length).toBeGreaterThan(6)
  })

  it.each(restFiles)('%s is nothing but a route made at the REST door', async (file) => {
    const source = await readFile(path.join(root, file), 'utf8')
    const statements = source
      .replace(/export \{[^}]*\}/g, '')
      .split('\n')
      .filter(Boolean)
    for (const statement of statements) {
      expect(statement).toMatch(
        /^import \{ \w+ \} from '@\/server\/rest\/routes\/[\w-]+\.ts'$|^export const (GET|POST|PUT|PATCH|DELETE) = \w+$|^export const (dynamic|maxDuration|runtime) = /,
      )
    }
  })

  it.each(restFiles)('%s answers every method, those that it does not take too', async (file) => {
    const source = await readFile(path.join(root, file), 'utf8')
    for (const method of ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'])
      expect(source).toMatch(new RegExp(`export const ${method} = |\\w+ as ${method}\\b`))
  })

  it.each(doors)('%s names the scope of its key, or says aloud why it needs none', async (file) => {
    const source = await readFile(path.join(root, file), 'utf8')
    expect(source).toMatch(/= restRoute(<[^(]+>)?\(\s*\{\s*(scope: '[a-z:]+'|open: '.{12,}')/)
    expect(source.match(/restRoute[(<]/g)).toHaveLength(1)
    expect(await listRoutes(file)).toHaveLength(1)
  })

  it.each(doors)('%s refuses a request without a key exactly if it names a scope', async (file) => {
    const source = await readFile(path.join(root, file), 'utf8')
    const needsKey = /restRoute[^(]*\(\s*\{\s*scope:/.test(source)
    const [route] = await listRoutes(file)
    const request = new Request('http://127.0.0.1/api/v1/x', { method: 'POST', body: '{}' })
    const answer = await route!(request, { params: Promise.resolve({ id: 'x' }) })
    expect(answer.status === 401).toBe(needsKey)
  })

  it('outside REST pass the door of sign-in or of tRPC, or ask the permission list themselves', async () => {
    const found = listFiles('app', /\/route\.ts$/).filter((file) => !file.startsWith('app/api/v1/'))
    expect(found).toEqual(expect.arrayContaining(Object.keys(others)))
    for (const file of found) {
      const source = await readFile(path.join(root, file), 'utf8')
      expect({ file, source }).toMatchObject({ source: expect.stringMatching(others[file] ?? asksTheList) })
    }
  })
})

type Route = (request: Request, segment: { params: Promise<Record<string, string>> }) => Promise<Response>

/** What a file of doors exports that can be called; schemas stand beside it. */
async function listRoutes(file: string): Promise<Route[]> {
  const exported = (await import(path.join(root, file))) as Readonly<Record<string, unknown>>
  return Object.values(exported).filter((value): value is Route => typeof value === 'function')
}

/** Paths from the root, below a folder. */
function listFiles(folder: string, name: RegExp): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file}`)
    .filter((file) => name.test(file))
}

/** tRPC's word for how the call ended, or `OK`. */
async function call(name: string, role: Role | null): Promise<string> {
  const signedIn: SignedIn | null = role && {
    personId: '01890000-0000-7000-8000-000000000001',
    sessionId: '01890000-0000-7000-8000-000000000002',
    name: 'Somebody',
    email: 'somebody@bank.example',
    role,
    language: 'en',
    colourScheme: 'auto',
    shortcuts: true,
  }
  const caller: unknown = createCallerFactory(rootRouter)({
    signedIn,
    now: () => Date.UTC(2026, 2, 1),
    requestId: 'request-1',
    clientAddress: '192.0.2.1',
  })
  const procedure = name
    .split('.')
    .reduce((node, part) => (node as Readonly<Record<string, unknown>>)[part], caller)
  try {
    // No input fits this: allowed calls end at the input, or at the database where there is none.
    await (procedure as (input: unknown) => Promise<unknown>)(Number.NaN)
    return 'OK'
  } catch (error) {
    return String((error as { code?: unknown }).code)
  }
}
