import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages } from '../../../domain/language/language.ts'
import { composeDigest, type DigestItem } from '../../../domain/notifications/compose-digest.ts'
import { type DigestRhythm, isDigestDue } from '../../../domain/notifications/digest-time.ts'
import { notificationKindKeys } from '../../../domain/notifications/notification-kinds.ts'
import { writeNotification } from '../../../domain/notifications/write-notification.ts'

const zone = 'Europe/Warsaw'
const at = (text: string) => Date.parse(text)

describe('isDigestDue', () => {
  it.each<[DigestRhythm, string | null, string, boolean]>([
    ['never', null, '2026-03-30T08:00+02:00', false],
    ['daily', '2026-03-29T08:00+02:00', '2026-03-30T07:59+02:00', false],
    ['daily', '2026-03-29T08:00+02:00', '2026-03-30T08:00+02:00', true],
    ['daily', '2026-03-28T08:00+01:00', '2026-03-29T08:00+02:00', true],
    ['daily', '2026-03-27T08:00+01:00', '2026-03-29T03:30+02:00', true],
    ['weekly', '2026-03-23T08:00+01:00', '2026-03-29T23:00+02:00', false],
    ['weekly', '2026-03-23T08:00+01:00', '2026-03-30T08:00+02:00', true],
    ['weekly', '2026-03-23T08:00+01:00', '2026-04-01T12:00+02:00', true],
    ['weekly', '2026-03-30T08:00+02:00', '2026-04-01T12:00+02:00', false],
    ['daily', null, '2026-03-30T00:00+02:00', true],
  ])('%s after %s at %s: %s', (rhythm, last, now, due) => {
    expect(isDigestDue(rhythm, last === null ? null : at(last), at(now), zone)).toBe(due)
  })
})

describe('a notification', () => {
  it('has its title in every language, written as it is', () => {
    for (const kind of notificationKindKeys)
      for (const language of languages)
        expect(writeNotification(kind, { title: 'A $& {title}' }, language)).toContain('A $& {title}')
  })
})

describe('composeDigest', () => {
  const item = (title: string, minutes = 0): DigestItem => ({
    ...{ kind: 'decision.released', subjectId: 'p1', facts: { title } },
    at: at('2026-03-30T08:00+02:00') + minutes * 60_000,
  })
  const reader = { name: 'Zofia', language: 'pl' as const, zone, origin: 'https://care.example.com' }

  it('tells in time order, with links, in the reader’s language and zone', () => {
    const { text, subject } = composeDigest([item('Second', 5), item('First')], reader)
    expect(subject).toBe('Worth Asking: 2 nowe wiadomości')
    expect(text.indexOf('First')).toBeLessThan(text.indexOf('Second'))
    expect(text).toContain('https://care.example.com/proposals/p1')
    expect(text).toContain('08:05')
    expect(text).toContain(zone)
  })

  it.each([
    ['en', 1, '1 piece of news'],
    ['pl', 1, '1 nowa wiadomość'],
    ['pl', 5, '5 nowych wiadomości'],
    ['pl', 22, '22 nowe wiadomości'],
    ['ru', 1, '1 новость'],
    ['ru', 3, '3 новости'],
    ['ru', 11, '11 новостей'],
    ['ru', 21, '21 новость'],
  ] as const)('counts in %s: %i', (language, count, words) => {
    const items = Array.from({ length: count }, (_, index) => item(`T${index}`))
    expect(composeDigest(items, { ...reader, language }).subject).toBe(`Worth Asking: ${words}`)
  })

  it('makes nobody’s text into markup', () => {
    fc.assert(
      fc.property(fc.string(), (title) => {
        const tags = (html: string) => html.match(/<[^>]*>/g)?.length ?? 0
        const plain = tags(composeDigest([item('plain')], reader).html)
        expect(tags(composeDigest([item(`<script>${title}</script>`)], reader).html)).toBe(plain)
      }),
    )
  })
})
