import { describe, expect, it } from 'vitest'
import { languages } from '../../../domain/language/language.ts'
import { compileRuleSet } from '../../../domain/screening/compile-rule-set.ts'
import { composeQuestion } from '../../../domain/screening/compose-question.ts'
import { defaultRuleSet } from '../../../domain/screening/default-rule-set.ts'
import { explainHit } from '../../../domain/screening/explain-hit.ts'
import { signals } from '../../../domain/screening/signals.ts'
import { type Transaction } from '../../../domain/screening/transaction.ts'
import { basket, daily, day, line, minute, now, payment, screenAfter, type World } from './build.ts'

const options = { timeZone: 'Europe/Warsaw', ruleSet: compileRuleSet(defaultRuleSet(0)) }
const accusing =
  /suspicio|fraud|wrong|mistake|error|unauthori|illegal|podejrzan|oszust|błąd|błęd|nielegal|подозр|мошен|ошиб|обман|незакон/i

interface Example {
  readonly transaction: Transaction
  readonly world?: World
  readonly rule: string
  readonly question: { readonly en: string; readonly pl: string; readonly ru: string }
}

const warsaw = { lat: 52.23, lon: 21.01, country: 'PL' }
const gas = { ref: 'gas', name: 'Gazownia' }
const insecure = signals.merchantRisk.example
const plainSpaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

const examples: Readonly<Record<string, Example>> = {
  'a transfer of 100 000 PLN': {
    transaction: payment({ amountMinor: 10_000_000 }),
    rule: 'large-payment',
    question: {
      en: 'This is a payment of PLN 100,000. Is the amount right?',
      pl: 'To płatność na kwotę 100 000 zł. Czy kwota się zgadza?',
      ru: 'Это платёж на сумму 100 000 PLN. Сумма верна?',
    },
  },
  'far above the usual amount': {
    transaction: payment({ amountMinor: 987_600 }),
    world: { history: daily(21, (i) => payment({ amountMinor: 25_000 + i * 100 })) },
    rule: 'far-above-usual',
    question: {
      en: 'This payment of PLN 9,876 is larger than usual; usually it is about PLN 260. Is the amount right?',
      pl: 'Ta płatność (9876 zł) jest wyższa niż zwykle; zwykle to około 260 zł. Czy kwota się zgadza?',
      ru: 'Этот платёж (9 876 PLN) больше обычного; обычно это около 260 PLN. Сумма верна?',
    },
  },
  'one zero too many': {
    transaction: payment({ amountMinor: 125_000 }),
    world: { history: daily(8, () => payment({ amountMinor: 12_500 })) },
    rule: 'slipped-digit',
    question: {
      en: 'Just to be sure: is it PLN 1,250, or PLN 125?',
      pl: 'Dla pewności: ma być 1250 zł czy 125 zł?',
      ru: 'Уточним на всякий случай: 1 250 PLN или 125 PLN?',
    },
  },
  'an insecure merchant': {
    transaction: { ...insecure.transaction, amountMinor: 30_000 },
    world: { criteria: insecure.criteria },
    rule: 'insecure-merchant',
    question: {
      en: 'A payment of PLN 300 to Gadgets 4 U is waiting. Do you know this seller, and would you like to go on?',
      pl: 'Czeka płatność 300 zł (sprzedawca: Gadgets 4 U). Czy to znany sprzedawca i czy mamy ją wykonać?',
      ru: 'Ожидает платёж 300 PLN (продавец: Gadgets 4 U). Вы знаете этого продавца, выполнить платёж?',
    },
  },
  'a card on another continent': {
    transaction: payment({
      channel: 'card',
      cardPresent: true,
      amountMinor: 30_000,
      place: { lat: 13.75, lon: 100.5, country: 'TH' },
    }),
    world: {
      history: daily(5, () =>
        payment({ channel: 'card', cardPresent: true, amountMinor: 30_000, place: warsaw }),
      ),
    },
    rule: 'far-from-usual-places',
    question: {
      en: 'Your card is being used for PLN 300 (Thailand), further away than usual. Is it you who is paying there?',
      pl: 'Karta jest używana do płatności 300 zł (Tajlandia), dalej niż zwykle. Czy to Twoja płatność?',
      ru: 'Вашей картой оплачивается 300 PLN (Таиланд), дальше обычного. Это ваш платёж?',
    },
  },
  'a blouse in 44 instead of 38': {
    transaction: basket({}, line({ name: 'Blouse', category: 'blouse', size: '44' })),
    world: { history: daily(5, () => basket({}, line({ category: 'blouse', size: '38' }))) },
    rule: 'another-size',
    question: {
      en: 'Usually it is size 38, and “Blouse” here is size 44. Is that the size you would like?',
      pl: 'Zwykle jest to rozmiar 38, a „Blouse” ma rozmiar 44. Czy to właściwy rozmiar?',
      ru: 'Обычно это размер 38, а «Blouse» здесь размера 44. Это нужный размер?',
    },
  },
  'regular instead of lactose-free milk': {
    transaction: basket({}, line({ name: 'Milk 2 %', group: 'milk' })),
    world: { history: daily(12, () => basket({}, line({ group: 'milk', attributes: ['lactose-free'] }))) },
    rule: 'broken-habit',
    question: {
      en: 'Usually it is lactose-free (milk), and “Milk 2 %” is not. Is that what you would like today?',
      pl: 'Zwykle wybór to „lactose-free” (milk), a „Milk 2 %” taki nie jest. Czy tak ma dziś być?',
      ru: 'Обычно выбирается «lactose-free» (milk), а «Milk 2 %» не такой товар. Сегодня так и нужно?',
    },
  },
  'paid twice': {
    transaction: payment({ payee: gas, amountMinor: 25_000 }),
    world: {
      history: [payment({ id: 'first', payee: gas, amountMinor: 25_000, occurredAt: now - 22 * minute })],
    },
    rule: 'paid-twice',
    question: {
      en: 'PLN 250 (Gazownia) was already paid 22 minutes earlier. Would you like to pay it once more?',
      pl: 'Płatność 250 zł (Gazownia) została już wykonana 22 minuty wcześniej. Czy wykonać ją jeszcze raz?',
      ru: 'Платёж 250 PLN (Gazownia) уже выполнен на 22 минуты раньше. Выполнить его ещё раз?',
    },
  },
}

describe.each(Object.entries(examples))('%s', (_, { transaction, world, rule, question }) => {
  const screening = screenAfter(transaction, world)

  it(`is asked about because of ${rule}`, () => {
    expect(screening.decision).toBe('ask')
    expect(screening.hits[0]!.rule).toBe(rule)
  })

  it('is asked about in the customer’s language', () => {
    const asked = composeQuestion(screening.hits, transaction, options)
    for (const language of languages) expect(plainSpaces(asked[language])).toBe(question[language])
  })

  it.each(languages)('accuses nobody in %s', (language) => {
    expect(composeQuestion(screening.hits, transaction, options)[language]).not.toMatch(accusing)
  })

  it('does not happen to a transaction like the earlier ones', () => {
    const earlier = world?.history?.at(-1)
    if (earlier === undefined || rule === 'paid-twice') return
    const again = { ...earlier, id: 'again', occurredAt: now }
    expect(screenAfter(again, world).hits).toEqual([])
  })
})

describe('plural forms of an explanation', () => {
  const gasAt = (minutes: number) => {
    const transaction = payment({ payee: gas })
    const history = [payment({ id: 'first', payee: gas, occurredAt: now - minutes * minute })]
    const hit = screenAfter(transaction, { history }).hits[0]!
    return {
      pl: explainHit(hit, transaction, 'pl', options),
      ru: explainHit(hit, transaction, 'ru', options),
    }
  }

  it.each([
    [1, '1 minutę', '1 минуту'],
    [3, '3 minuty', '3 минуты'],
    [5, '5 minut', '5 минут'],
    [12, '12 minut', '12 минут'],
    [21, '21 minut', '21 минуту'],
    [22, '22 minuty', '22 минуты'],
  ])('%i minutes', (minutes, pl, ru) => {
    const said = gasAt(minutes)
    expect(said.pl).toContain(`${pl} wcześniej`)
    expect(said.ru).toContain(`на ${ru} раньше`)
  })

  it.each([
    [2_100, '21 razy', '21 раз '],
    [2_200, '22 razy', '22 раза '],
    [2_500, '25 razy', '25 раз '],
  ])('%i hundredths of the usual amount', (hundredths, pl, ru) => {
    const transaction = payment({ amountMinor: 200 * hundredths })
    const history = daily(5, () => payment({ amountMinor: 20_000 }))
    const hit = screenAfter(transaction, { history }).hits.find((one) => one.rule === 'far-above-usual')!
    expect(explainHit(hit, transaction, 'pl', options)).toContain(pl)
    expect(explainHit(hit, transaction, 'ru', options)).toContain(ru)
  })

  it('names the time of the earlier payment in the organisation’s zone', () => {
    expect(gasAt(60).pl).toContain('13:00')
  })
})

describe('the rules with most to say', () => {
  it('come first, by severity and then by how far beyond the threshold they are', () => {
    const history = daily(6, (i) => payment({ amountMinor: 20_000 + i, occurredAt: now - day }))
    const { hits } = screenAfter(payment({ amountMinor: 20_000_000 }), { history })
    expect(hits.map((hit) => hit.rule)).toEqual(['large-payment', 'far-above-usual'])
  })
})
