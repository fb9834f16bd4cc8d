import { expect, it } from 'vitest'
import { chooseLanguage } from '../../../app/i18n/choose-language.ts'

it.each([
  { person: 'ru', cookie: 'pl', acceptLanguage: 'en', expected: 'ru', why: 'the person decides' },
  { person: null, cookie: 'pl', acceptLanguage: 'ru', expected: 'pl', why: 'then this computer' },
  {
    person: null,
    cookie: 'de',
    acceptLanguage: 'ru',
    expected: 'ru',
    why: 'an unknown choice does not count',
  },
  {
    person: null,
    cookie: null,
    acceptLanguage: 'de, pl-PL;q=0.8, ru;q=0.9',
    expected: 'ru',
    why: 'best by quality',
  },
  { person: null, cookie: null, acceptLanguage: 'ru;q=0, pl', expected: 'pl', why: 'q=0 means never' },
  { person: null, cookie: null, acceptLanguage: 'de', expected: 'en', why: 'none of ours' },
  { person: null, cookie: null, acceptLanguage: null, expected: 'en', why: 'nothing said' },
] as const)('chooses $expected: $why', ({ expected, why: _why, ...wishes }) => {
  expect(chooseLanguage(wishes)).toBe(expected)
})
