import { distanceInKm } from '../distance-in-km.ts'
import { exampleHistory, exampleTransaction } from '../example-transaction.ts'
import { isInPerson } from '../place-history.ts'
import { missing, tooLittleHistory } from '../reading.ts'
import type { Signal, Situation } from '../signal.ts'
import { isTravelNoticed } from '../travel-notice.ts'

interface Facts {
  readonly visits: number
}

const minimumHistory = 3

const paid = (s: Situation<Facts>) => s.format.money(s.transaction.amountMinor, s.transaction.currency)
const away = (s: Situation<Facts>) => `${s.format.number(Math.round(s.value))} km`
const country = (s: Situation<Facts>) => {
  const code = s.transaction.place?.country ?? s.transaction.merchant?.country ?? null
  return code === null ? '' : ` (${s.format.country(code)})`
}

/** Kilometres to the nearest place where the customer has paid in person before. */
export const distanceKm: Signal<Facts> = {
  key: 'distanceKm',
  unit: 'km',
  levels: ['transaction'],
  fires: 'atOrAbove',
  scale: { kind: 'log', min: 1, max: 20_040, floor: 100 },
  minimumHistory,
  label: {
    en: 'Distance from usual places',
    pl: 'Odległość od zwykłych miejsc',
    ru: 'Расстояние до обычных мест',
  },
  description: {
    en: 'Kilometres to the nearest place where the customer has paid in person before. No value when the place is unknown, when nobody stood there, or when a travel notice covers it.',
    pl: 'Liczba kilometrów do najbliższego miejsca, w którym klient płacił już osobiście. Brak wartości, gdy miejsce jest nieznane, gdy nikogo tam nie było albo gdy klient uprzedził o podróży.',
    ru: 'Километры до ближайшего места, где клиент уже платил лично. Нет значения, если место неизвестно, если никого там не было или если клиент предупредил о поездке.',
  },
  compute({ transaction, profile, ownKey, context }) {
    const { place, occurredAt } = transaction
    if (transaction.customerRef === null) return missing('noCustomer')
    if (!isInPerson(transaction)) return missing('cardNotPresent')
    if (place === null) return missing('placeUnknown')
    if (isTravelNoticed(transaction, context.travelNotices)) return missing('travelNotice')
    let visits = 0
    let nearest = Infinity
    for (const usual of profile?.places ?? []) {
      let here = 0
      for (let i = 0; i < usual.t.length; i++) if (usual.t[i]! <= occurredAt && usual.k[i] !== ownKey) here++
      if (here === 0) continue
      visits += here
      nearest = Math.min(nearest, distanceInKm(usual, place))
    }
    if (visits < minimumHistory) return tooLittleHistory(visits, minimumHistory)
    return { value: nearest, history: visits, facts: { visits } }
  },
  explain: {
    en: (s) => `Paid in person ${away(s)} from the nearest of the customer’s usual places${country(s)}.`,
    pl: (s) => `Płatność osobista ${away(s)} od najbliższego ze zwykłych miejsc klienta${country(s)}.`,
    ru: (s) => `Оплачено лично: ${away(s)} от ближайшего из обычных мест клиента${country(s)}.`,
  },
  question: {
    en: (s) =>
      `Your card is being used for ${paid(s)}${country(s)}, further away than usual. Is it you who is paying there?`,
    pl: (s) =>
      `Karta jest używana do płatności ${paid(s)}${country(s)}, dalej niż zwykle. Czy to Twoja płatność?`,
    ru: (s) => `Вашей картой оплачивается ${paid(s)}${country(s)}, дальше обычного. Это ваш платёж?`,
  },
  example: {
    title: { en: 'From Warsaw to Bangkok', pl: 'Z Warszawy do Bangkoku', ru: 'Из Варшавы в Бангкок' },
    history: exampleHistory(4, () => ({
      channel: 'card',
      cardPresent: true,
      place: { lat: 52.23, lon: 21.01, country: 'PL' },
    })),
    transaction: exampleTransaction({
      id: 'another-continent',
      channel: 'card',
      cardPresent: true,
      place: { lat: 13.75, lon: 100.5, country: 'TH' },
    }),
    level: 'transaction',
    value: 8090,
  },
}
