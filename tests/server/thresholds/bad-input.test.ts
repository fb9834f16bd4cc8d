import { TRPCError } from '@trpc/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Actor } from '../../../domain/access/actor.ts'
import { type RuleSet } from '../../../domain/screening/rule.ts'
import { AppError } from '../../../domain/errors/app-error.ts'
import { getPool } from '../../../server/db/pool.ts'
import { runDueSwitches } from '../../../server/thresholds/live/run-due-switches.ts'
import { scheduleVersion } from '../../../server/thresholds/verbs/schedule-version.ts'
import { describeInputProblems } from '../../../server/trpc/describe-input-problems.ts'
import { callAs, signUp } from '../access/call-as.ts'
import { approvedBy, auditOf, begin, now, read, rulesOf, window } from './rule-admins.ts'

let irina: Actor
let tomasz: Actor
let author: Awaited<ReturnType<typeof callAs>>

beforeAll(async () => {
  ;({ irina, tomasz } = await begin())
  author = await callAs((await signUp('ruleAdmin')).sessionId)
  await getPool().query(
    `INSERT INTO organisation (id, name, zone, demo) VALUES (1, 'Bank', 'Europe/Warsaw', false)`,
  )
})

/** What the author is told when a draft with these rules is saved; null: nothing is wrong. */
async function saving(change: (rule: RuleSet['rules'][number]) => unknown): Promise<string | null> {
  const { version, edition } = await author.thresholds.createDraft({ note: 'Bad input', from: null })
  const { rules, merchantCriteria } = await rulesOf(version)
  const changed = rules.map((rule) => (rule.key === 'far-above-usual' ? change(rule) : rule))
  const saved = author.thresholds.saveDraft({
    ...{ version, edition, merchantCriteria, note: 'Bad input', ramp: null },
    rules: changed as never,
  })
  return saved.then(
    () => null,
    (error: unknown) => wordsOf(error),
  )
}

function wordsOf(error: unknown): string {
  if (!(error instanceof TRPCError)) throw error
  expect(['BAD_REQUEST', 'UNPROCESSABLE_CONTENT', 'CONFLICT']).toContain(error.code)
  return error.cause instanceof AppError ? error.cause.userMessage : error.message
}

describe('a draft is not saved with', () => {
  it.each<[string, (rule: RuleSet['rules'][number]) => unknown, RegExp]>([
    ['a threshold that is no number', (rule) => withDefault(rule, NaN), /threshold must be a number/],
    ['an endless threshold', (rule) => withDefault(rule, Infinity), /threshold must be a number/],
    ['a threshold beyond the signal', (rule) => withDefault(rule, 1e9), /lies between/],
    [
      'an empty name',
      (rule) => ({ ...rule, name: { ...rule.name, pl: ' ' } }),
      /Write a text in this language/,
    ],
    [
      'an empty question text',
      (rule) => ({ ...rule, questions: { en: 'Is it right?', pl: 'Czy to dobrze?', ru: '' } }),
      /Write a text in this language/,
    ],
    [
      'a word in braces that nothing fills in',
      (rule) => ({ ...rule, questions: { en: '{password}?', pl: 'Czy?', ru: 'Да?' } }),
      /Only these may stand in braces/,
    ],
    ['a cap of nothing', (rule) => ({ ...rule, capPerHour: 0 }), /cap is at least 1/],
    ['half a cap', (rule) => ({ ...rule, capPerHour: 1.5 }), /whole number/],
    ['a signal that is not there', (rule) => ({ ...rule, signal: 'mood' }), /signal/i],
    ['less history than its signal needs', (rule) => ({ ...rule, minimumHistory: 0 }), /no value below/],
  ])('%s', async (_, change, words) => {
    expect(await saving(change)).toMatch(words)
  })

  it('a key that spoke of another signal before', async () => {
    const { version, edition } = await author.thresholds.createDraft({ note: 'Gone', from: null })
    const { rules, merchantCriteria } = await rulesOf(version)
    const without = rules.filter(({ key }) => key !== 'far-above-usual')
    const content = { merchantCriteria, note: 'Gone', ramp: null, version }
    const saved = await author.thresholds.saveDraft({ ...content, rules: [...without], edition })
    const other = { ...rules.find(({ key }) => key === 'paid-twice')!, key: 'far-above-usual' }
    const again = { ...content, rules: [...without, other], edition: saved.edition }
    await expect(author.thresholds.saveDraft(again)).rejects.toMatchObject({
      code: 'UNPROCESSABLE_CONTENT',
    })
  })
})

describe('a draft is not sent', () => {
  it('with thresholds out of order, and the audit keeps the try', async () => {
    const { version, edition } = await author.thresholds.createDraft({ note: 'Order', from: null })
    const { rules, merchantCriteria } = await rulesOf(version)
    const milder = rules.find(({ key }) => key === 'far-above-usual')!
    const graver = withDefault({ ...milder, key: 'very-far-above-usual', severity: 'high' }, 5)
    const saved = await author.thresholds.saveDraft({
      ...{ version, edition, merchantCriteria, note: 'Order', ramp: null },
      rules: [...rules, graver],
    })
    const sent = author.thresholds.submit({ version, edition: saved.edition, window })
    expect(wordsOf(await sent.catch((error: unknown) => error))).toMatch(/more serious .* but begins earlier/)
    expect((await read(version)).status).toBe('draft')
  })

  it.each([
    ['ends before it begins', { from: window.to, to: window.from }, /ends before it begins/],
    ['is longer than can be tested', { from: 1, to: window.to }, /at most 800 days/],
    ['is no time at all', { from: NaN, to: window.to }, /number/],
  ])('with a window that %s', async (_, unknown, words) => {
    const { version, edition } = await author.thresholds.createDraft({ note: 'Window', from: null })
    const sent = author.thresholds.submit({ version, edition, window: unknown })
    expect(wordsOf(await sent.catch((error: unknown) => error))).toMatch(words)
  })

  it.each([
    ['windowEndsEarly', { from: window.to, to: window.from }],
    ['windowTooLong', { from: 1, to: window.to }],
  ])('and a wrong window is told by a word that pages have a text for: %s', async (word, wrong) => {
    const { version, edition } = await author.thresholds.createDraft({ note: 'Window', from: null })
    const sent = author.thresholds.submit({ version, edition, window: wrong })
    const { cause } = (await sent.catch((error: unknown) => error)) as TRPCError
    expect(describeInputProblems(cause)).toMatchObject([{ path: 'window', code: word }])
  })

  it('when it says what the active version says', async () => {
    const { version, edition } = await author.thresholds.createDraft({ note: 'Nothing', from: null })
    const sent = author.thresholds.submit({ version, edition, window })
    expect(wordsOf(await sent.catch((error: unknown) => error))).toMatch(/nothing to review/)
  })
})

describe('a version is not scheduled', () => {
  it.each([
    ['for a time that the clocks skip', '2026-03-29T02:30', /skip this time/],
    ['for no time', 'tomorrow', /Write the time as/],
    ['for a day that does not exist', '2026-02-30T10:00', /Write the time as/],
    ['for the past', '2025-01-01T10:00', /has not passed/],
    ['for a far future', '2027-01-01T10:00', /within the next 90 days/],
  ])('%s', async (_, local, words) => {
    const { version, edition } = await approvedBy(irina, tomasz)
    const scheduled = author.thresholds.schedule({ version, edition, local })
    expect(wordsOf(await scheduled.catch((error: unknown) => error))).toMatch(words)
    expect((await read(version)).status).toBe('approved')
  })
})

it('a version whose rules were changed under its seal is suspended instead of activated', async () => {
  const { version, edition } = await approvedBy(irina, tomasz, 'far-above-usual', 18)
  await scheduleVersion(version, null, { actor: irina, now, expectedEdition: edition })
  // Somebody who owns the tables, around the guard.
  await getPool().query('ALTER TABLE rule_set_versions DISABLE TRIGGER USER')
  await getPool().query(
    `UPDATE rule_set_versions SET rules = jsonb_set(rules, '{rules,0,enabled}', 'false') WHERE version = $1`,
    [version],
  )
  await getPool().query('ALTER TABLE rule_set_versions ENABLE TRIGGER USER')
  while ((await runDueSwitches(now)) > 0);
  expect(await read(version)).toMatchObject({ status: 'suspended', suspendedReason: 'sealBroken' })
  expect((await auditOf(version)).at(-1)).toBe('suspended')
})

it('a draft may be edited by two at once without losing either', async () => {
  const { version, edition } = await author.thresholds.createDraft({ note: 'Two', from: null })
  const { rules, merchantCriteria } = await rulesOf(version)
  const content = { version, edition, merchantCriteria, note: 'Two', ramp: null }
  const other = await callAs((await signUp('ruleAdmin')).sessionId)
  const settled = await Promise.allSettled([
    author.thresholds.saveDraft({ ...content, rules: rules.map((rule) => ({ ...rule, capPerHour: 10 })) }),
    other.thresholds.saveDraft({ ...content, rules: rules.map((rule) => ({ ...rule, capPerHour: 20 })) }),
  ])
  const refused = settled.filter((one) => one.status === 'rejected')
  expect(refused).toHaveLength(1)
  const { details } = (refused[0]!.reason as TRPCError).cause as AppError
  expect(details?.conflicts).toHaveLength(rules.length)
})

function withDefault(rule: RuleSet['rules'][number], value: number): RuleSet['rules'][number] {
  return { ...rule, thresholds: { ...rule.thresholds, default: value } }
}
