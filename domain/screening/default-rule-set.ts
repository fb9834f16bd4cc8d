import { defaultMerchantCriteria } from './default-merchant-criteria.ts'
import type { RuleSet } from './rule.ts'

/**
 * Where an organisation starts: a bank in PLN and EUR (transfer, card) and a shop in PLN, EUR and GBP (pos, online).
 * Tuned on a real shop's year to ask about 1 to 3 % of its invoices. `createdAt` in epoch milliseconds.
 */
export function defaultRuleSet(createdAt: number): RuleSet {
  return {
    version: 1,
    createdAt,
    merchantCriteria: defaultMerchantCriteria,
    rules: [
      {
        key: 'large-payment',
        name: { en: 'Large payment', pl: 'Wysoka płatność', ru: 'Крупный платёж' },
        signal: 'amount',
        level: 'transaction',
        enabled: true,
        severity: 'high',
        thresholds: {
          default: null,
          overrides: [
            { currency: 'PLN', channel: 'transfer', value: 10_000_000 },
            { currency: 'EUR', channel: 'transfer', value: 2_500_000 },
            { currency: 'PLN', channel: 'card', value: 2_000_000 },
            { currency: 'EUR', channel: 'card', value: 500_000 },
          ],
        },
      },
      {
        key: 'far-above-usual',
        name: {
          en: 'Far above the usual amount',
          pl: 'Znacznie powyżej zwykłej kwoty',
          ru: 'Намного больше обычного',
        },
        signal: 'amountRatio',
        level: 'transaction',
        enabled: true,
        severity: 'medium',
        thresholds: { default: 10, overrides: [] },
        minimumAmountMinor: { PLN: 200_000, EUR: 50_000, GBP: 100_000 },
      },
      {
        key: 'slipped-digit',
        name: {
          en: 'A digit slipped in the amount',
          pl: 'Pomyłka w cyfrach kwoty',
          ru: 'Ошибка в цифрах суммы',
        },
        signal: 'digitSlip',
        level: 'transaction',
        enabled: true,
        severity: 'medium',
        thresholds: { default: 0.9, overrides: [] },
        minimumAmountMinor: { PLN: 20_000, EUR: 5_000, GBP: 5_000 },
      },
      {
        key: 'paid-twice',
        name: { en: 'Paid twice', pl: 'Zapłacono dwa razy', ru: 'Оплачено дважды' },
        signal: 'repeat',
        level: 'transaction',
        enabled: true,
        severity: 'medium',
        thresholds: { default: 60, overrides: [] },
        minimumAmountMinor: { PLN: 2_000, EUR: 500, GBP: 500 },
      },
      {
        key: 'insecure-merchant',
        name: {
          en: 'Merchant below the security criteria',
          pl: 'Sprzedawca poniżej kryteriów bezpieczeństwa',
          ru: 'Продавец не отвечает критериям безопасности',
        },
        signal: 'merchantRisk',
        level: 'transaction',
        enabled: true,
        severity: 'high',
        thresholds: { default: 5, overrides: [] },
        minimumAmountMinor: { PLN: 5_000, EUR: 1_000, GBP: 1_000 },
      },
      {
        key: 'far-from-usual-places',
        name: {
          en: 'Far from the usual places',
          pl: 'Daleko od zwykłych miejsc',
          ru: 'Далеко от обычных мест',
        },
        signal: 'distanceKm',
        level: 'transaction',
        enabled: true,
        severity: 'high',
        thresholds: { default: 1_500, overrides: [] },
      },
      {
        key: 'too-fast-a-journey',
        name: {
          en: 'Two places too far apart',
          pl: 'Dwa zbyt odległe miejsca',
          ru: 'Два слишком далёких места',
        },
        signal: 'travelSpeedKmh',
        level: 'transaction',
        enabled: true,
        severity: 'high',
        thresholds: { default: 900, overrides: [] },
      },
      {
        key: 'costly-line',
        name: { en: 'Much of one item', pl: 'Dużo jednego produktu', ru: 'Много одного товара' },
        signal: 'amount',
        level: 'line',
        enabled: true,
        severity: 'high',
        thresholds: {
          default: null,
          overrides: [
            { currency: 'PLN', value: 2_000_000 },
            { currency: 'EUR', value: 500_000 },
            { currency: 'GBP', value: 400_000 },
          ],
        },
      },
      {
        key: 'unusual-quantity',
        name: { en: 'Unusual quantity', pl: 'Nietypowa ilość', ru: 'Необычное количество' },
        signal: 'quantityRatio',
        level: 'line',
        enabled: true,
        severity: 'high',
        thresholds: { default: 100, overrides: [] },
        minimumAmountMinor: { PLN: 20_000, EUR: 5_000, GBP: 5_000 },
      },
      {
        key: 'slipped-quantity',
        name: {
          en: 'A digit slipped in the quantity',
          pl: 'Pomyłka w cyfrach ilości',
          ru: 'Ошибка в цифрах количества',
        },
        signal: 'digitSlip',
        level: 'line',
        enabled: true,
        severity: 'low',
        thresholds: { default: 0.97, overrides: [] },
        minimumAmountMinor: { PLN: 20_000, EUR: 5_000, GBP: 5_000 },
      },
      {
        key: 'bought-twice',
        name: { en: 'Bought twice', pl: 'Kupiono dwa razy', ru: 'Куплено дважды' },
        signal: 'repeat',
        level: 'line',
        enabled: true,
        severity: 'medium',
        thresholds: { default: 60, overrides: [] },
        minimumAmountMinor: { PLN: 2_000, EUR: 500, GBP: 500 },
      },
      {
        key: 'another-size',
        name: { en: 'Not the usual size', pl: 'Inny rozmiar niż zwykle', ru: 'Не обычный размер' },
        signal: 'sizeGap',
        level: 'line',
        enabled: true,
        severity: 'medium',
        thresholds: { default: 2, overrides: [] },
      },
      {
        key: 'broken-habit',
        name: { en: 'Not what is usually chosen', pl: 'Inny wybór niż zwykle', ru: 'Не то, что обычно' },
        signal: 'habitBreak',
        level: 'line',
        enabled: true,
        severity: 'medium',
        thresholds: { default: 0.8, overrides: [] },
      },
    ],
  }
}
