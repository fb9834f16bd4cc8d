import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPersonalData } from '../../../domain/personal-data/find-personal-data.ts'
import { nobodyKnown } from '../../../domain/personal-data/known-people.ts'
import { certainScore } from '../../../domain/personal-data/mark.ts'
import { markedValue } from '../../../domain/personal-data/mark-choice.ts'
import { redactText } from '../../../domain/personal-data/redact-text.ts'

const found = (text: string, names: string[] = []) =>
  findPersonalData(text, { ...nobodyKnown, names }).map(({ kind, start, end }) => [
    kind,
    text.slice(start, end),
  ])
const kindOf = (text: string) => findPersonalData(text).map(({ kind }) => kind)

describe('published vectors are named as what they are', () => {
  test.each([
    ['4111111111111111', 'card'],
    ['5555555555554444', 'card'],
    ['371449635398431', 'card'],
    ['30569309025904', 'card'],
    ['6759649826438453', 'card'],
    ['2223003122003222', 'card'],
    ['2200000000000004', 'card'],
    ['GB29NWBK60161331926819', 'iban'],
    ['DE89370400440532013000', 'iban'],
    ['PL61109010140000071219812874', 'iban'],
    ['61 1090 1014 0000 0712 1981 2874', 'iban'],
    ['BY13NBRB3600900000002Z00AB00', 'iban'],
    ['KZ86125KZT5004100100', 'iban'],
    ['44051401359', 'pesel'],
    ['02070803628', 'pesel'],
    ['02211307589', 'pesel'],
    ['09222509560', 'pesel'],
    ['NIP 8567346215', 'nip'],
    ['NIP: 526-025-02-74', 'nip'],
    ['1234563218 (NIP)', 'nip'],
    ['112-233-445 95', 'snils'],
    ['087-654-303 00', 'snils'],
    ['СНИЛС 00101999901', 'snils'],
    ['ИНН 1234567894', 'inn'],
    ['ИНН 7707083893', 'inn'],
    ['366220664163', 'inn'],
    ['123456789047', 'inn'],
    ['REGON 123456785', 'regon'],
    ['паспорт 45 09 123456', 'passport'],
    ['paszport ZS 1234567', 'passport'],
    ['dowód ABA300000', 'identityCard'],
    ['+48 600 123 456', 'phone'],
    ['+7 (916) 123-45-67', 'phone'],
    ['tel. 22 123 45 67', 'phone'],
    ['8 916 123 45 67', 'phone'],
    ['anna.kowalska@example.org', 'email'],
    ['пишите на почта@пример.рф', 'email'],
  ])('%s is a %s', (text, kind) => {
    expect(kindOf(text)).toEqual([kind])
  })
})

describe('what only resembles is marked all the same, without the name of a kind', () => {
  test.each([
    '4111111111111112',
    '0000000000000000',
    '1748503543012',
    '44051401358',
    '02381307589',
    '00000000000',
    '112-233-445 94',
    '123456789037',
    'XX22109010140000071219812874',
    'PL61109010140000071219812875',
  ])('%s is a doubtful number', (text) => {
    expect(kindOf(text)).toEqual(['longNumber'])
  })

  test.each(['79927398713', '8567346216', '1234567895', '0000000000'])(
    '%s is not named for certain',
    (text) => {
      const marks = findPersonalData(text)
      expect(marks).toHaveLength(1)
      expect(marks[0]!.score).toBeLessThan(certainScore)
    },
  )
})

describe('how people hide and glue numbers', () => {
  test.each([
    ['konto PL61109010140000071219812874oraz dalej', ['iban', 'PL61109010140000071219812874']],
    ['картой4111111111111111оплатил', ['card', '4111111111111111']],
    ['4111\u00a01111\u200b1111\u20111111', ['card', '4111\u00a01111\u200b1111\u20111111']],
    ['\u202e4111111111111111', ['card', '4111111111111111']],
    ['4111-1111-1111-1111', ['card', '4111-1111-1111-1111']],
    ['\uff14\uff11\uff11\uff11 1111 1111 1111', ['card', '\uff14\uff11\uff11\uff11 1111 1111 1111']],
    ['٤٤٠٥١٤٠١٣٥٩', ['pesel', '٤٤٠٥١٤٠١٣٥٩']],
    ['gb29 nwbk 6016 1331 9268 19', ['iban', 'gb29 nwbk 6016 1331 9268 19']],
  ])('%s', (text, mark) => {
    expect(found(text)).toEqual([mark])
  })
})

test.each([
  'The customer waited 45 minutes on 12.05.2026 and paid 1 250 000 000 PLN at 10:15:00.',
  'Wymiana o 9:00, potem 10:00 i 11:00; kwota 123 456 789,00 zł, dnia 2026-11-22.',
  'Заявка закрыта 01/02/2026, 17 минут, 3 звонка, 100 000 000 руб.',
])('dates, times and amounts of money are nobody’s number: %s', (text) => {
  expect(found(text)).toEqual([])
})

describe('names', () => {
  test.each([
    ['Rozmawiałem z Kowalską i jej mężem Markiem', ['Kowalską', 'Markiem']],
    ['ANNA KOWALSKA zadzwoniła', ['ANNA KOWALSKA']],
    ['kowalska_umowa.png, na rynku bez marki', ['kowalska']],
    ['передайте Ивановой, что Пётр звонил', ['Ивановой', 'Пётр']],
  ])('known from the case are found in their forms: %s', (text, names) => {
    expect(found(text, ['Anna Kowalska', 'Marek', 'Иванова Петра', 'Петр'])).toEqual(
      names.map((name) => ['name', name]),
    )
  })

  test('that merely look like one are warned of and stay in the redacted text', () => {
    const text = 'Klientka pani Nowak przyszła rano.'
    expect(found(text)).toEqual([['possibleName', 'Nowak']])
    expect(redactText(text, { language: 'pl' })).toBe(text)
  })

  test('a unit after a figure is no form of address', () => {
    expect(found('Resolved after 525 ms. Handoffs: 0.')).toEqual([])
    expect(found('ms. Handoffska')).toEqual([['possibleName', 'Handoffska']])
  })
})

describe('the redacted twin', () => {
  test('numbers the same value the same, whatever its spelling', () => {
    expect(
      redactText('karta 4111 1111 1111 1111, znowu 4111111111111111, potem 5555555555554444', {
        language: 'pl',
      }),
    ).toBe('karta [karta 1], znowu [karta 1], potem [karta 2]')
  })

  test('keeps what the author keeps for a stated purpose, and nothing else of the kind', () => {
    const text = 'Infolinia +48 22 123 45 67, klient +48 600 123 456'
    const phone = findPersonalData(text)[0]!
    const choices = [
      { kind: phone.kind, value: markedValue(text, phone), keep: true, purpose: 'our own hot line' },
    ]
    expect(redactText(text, { language: 'en', choices })).toBe('Infolinia +48 22 123 45 67, klient [phone 1]')
  })

  const piece = fc.oneof(
    fc.constantFrom(
      ...['4111111111111111', '+48 600 123 456', 'PL61109010140000071219812874', 'a@b.pl', '112-233-445 95'],
      ...['paszport ZS1234567', ' ', '-', '12', '1 234', 'PESEL', 'карта', '\u200b', '\u00a0', 'x', '.', '('],
    ),
    fc.string({ maxLength: 6 }),
    fc.nat(9_999_999_999).map(String),
  )

  test('law: nothing that is replaced by itself is left in it, offsets are those of the text, marks never overlap', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('')
        const marks = findPersonalData(text)
        let before = 0
        for (const { start, end } of marks) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          before = end
        }
        expect(before).toBeLessThanOrEqual(text.length)
        const again = findPersonalData(redactText(text, { language: 'en' }))
        expect(again.filter(({ kind }) => kind !== 'possibleName')).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })

  test('law: every number of nine digits and more is marked unless it is a date or money', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{9,24}$/), fc.stringMatching(/^[a-zа-я ]{0,8}$/), (digits, word) => {
        expect(redactText(`${word}${digits}${word}`, { language: 'en' })).not.toContain(digits)
      }),
      { numRuns: 2_000 },
    )
  })
})
