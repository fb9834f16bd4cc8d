import { distanceInKm } from '../distance-in-km.ts'
import { exampleTime, exampleTransaction } from '../example-transaction.ts'
import { minutesWords } from '../minutes-words.ts'
import { isInPerson } from '../place-history.ts'
import { missing, tooLittleHistory } from '../reading.ts'
import type { Signal, Situation } from '../signal.ts'
import { isTravelNoticed } from '../travel-notice.ts'

interface Facts {
  readonly km: number
  readonly minutes: number
}

/** Places are where a terminal is registered, and clocks differ: so much of a distance says nothing, and so short a time is no shorter. */
const inexactKm = 50
const shortestHours = 1 / 6

const paid = (s: Situation<Facts>) => s.format.money(s.transaction.amountMinor, s.transaction.currency)
const km = (s: Situation<Facts>) => `${s.format.number(Math.round(s.facts.km))} km`
const kmh = (s: Situation<Facts>) => `${s.format.number(Math.round(s.value))} km/h`

/** Kilometres an hour since the customer last paid in person. */
export const travelSpeedKmh: Signal<Facts> = {
  key: 'travelSpeedKmh',
  unit: 'kmh',
  levels: ['transaction'],
  fires: 'atOrAbove',
  scale: { kind: 'log', min: 1, max: 120_000, floor: 100 },
  minimumHistory: 1,
  label: { en: 'Speed of travel', pl: 'Prędkość podróży', ru: 'Скорость перемещения' },
  description: {
    en: 'Kilometres an hour since the customer last paid in person; the first 50 km do not count and less than 10 minutes counts as 10. No value when the place is unknown, when nobody stood there, or when a travel notice covers it.',
    pl: 'Kilometry na godzinę od ostatniej płatności osobistej; pierwsze 50 km się nie liczy, a mniej niż 10 minut liczy się jako 10. Brak wartości, gdy miejsce jest nieznane, gdy nikogo tam nie było albo gdy klient uprzedził o podróży.',
    ru: 'Километры в час с последней личной оплаты; первые 50 км не считаются, а меньше 10 минут считается за 10. Нет значения, если место неизвестно, если никого там не было или если клиент предупредил о поездке.',
  },
  compute({ transaction, profile, ownKey, context }) {
    const { place, occurredAt } = transaction
    if (transaction.customerRef === null) return missing('noCustomer')
    if (!isInPerson(transaction)) return missing('cardNotPresent')
    if (place === null) return missing('placeUnknown')
    if (isTravelNoticed(transaction, context.travelNotices)) return missing('travelNotice')
    const presences = profile?.presences ?? []
    let last = presences.length - 1
    while (last >= 0 && (presences[last]!.t > occurredAt || presences[last]!.k === ownKey)) last--
    if (last < 0) return tooLittleHistory(0, 1)
    const before = presences[last]!
    const distance = distanceInKm(before, place)
    const hours = (occurredAt - before.t) / 3_600_000
    return {
      value: Math.max(0, distance - inexactKm) / Math.max(hours, shortestHours),
      history: last + 1,
      facts: { km: distance, minutes: hours * 60 },
    }
  },
  explain: {
    en: (s) =>
      `${km(s)} from where the customer paid in person ${minutesWords(s.facts.minutes, 'en')} earlier: ${kmh(s)}.`,
    pl: (s) =>
      `${km(s)} od miejsca, w którym klient płacił osobiście ${minutesWords(s.facts.minutes, 'pl')} wcześniej: ${kmh(s)}.`,
    ru: (s) =>
      `${km(s)} от места, где клиент платил лично ${minutesWords(s.facts.minutes, 'ru')} раньше: ${kmh(s)}.`,
  },
  question: {
    en: (s) =>
      `Your card was used in two places far from each other within a short time. Is this payment of ${paid(s)} yours?`,
    pl: (s) =>
      `Karty użyto w krótkim czasie w dwóch odległych miejscach. Czy ta płatność (${paid(s)}) jest Twoja?`,
    ru: (s) =>
      `Карту за короткое время использовали в двух далёких друг от друга местах. Этот платёж (${paid(s)}) ваш?`,
  },
  example: {
    title: {
      en: 'Warsaw, two hours later Bangkok',
      pl: 'Warszawa, dwie godziny później Bangkok',
      ru: 'Варшава, через два часа Бангкок',
    },
    history: [
      exampleTransaction({
        id: 'in-warsaw',
        channel: 'card',
        cardPresent: true,
        occurredAt: exampleTime - 2 * 3_600_000,
        place: { lat: 52.23, lon: 21.01, country: 'PL' },
      }),
    ],
    transaction: exampleTransaction({
      id: 'in-bangkok',
      channel: 'card',
      cardPresent: true,
      place: { lat: 13.75, lon: 100.5, country: 'TH' },
    }),
    level: 'transaction',
    value: 4020,
  },
}
