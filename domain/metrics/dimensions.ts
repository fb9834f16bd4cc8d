import type { Localized } from '../language/language.ts'

/** Something that alerts, hits and transactions can be split and filtered by. */
export interface Dimension {
  readonly name: Localized
  /** One alert can have several values (several rules fired): the parts of a count of alerts then exceed the whole. */
  readonly multiple: boolean
  /** Whether a figure may be split by it; a customer is for rows and filters only. */
  readonly splits: boolean
  /** The shape of a value; what does not match is refused before it reaches a query. */
  readonly pattern: RegExp
}

const key = /^[a-z0-9]+(-[a-z0-9]+)*$/
const word = /^\p{L}[\p{L}\p{N}]*$/u
const reference = /^[^\p{Cc}]{0,200}$/u

/** Every dimension, one line each, in the order in which filters stand in a URL. The empty value means "none given". */
export const dimensions = {
  rule: { name: { en: 'Rule', pl: 'Reguła', ru: 'Правило' }, multiple: true, splits: true, pattern: key },
  pair: {
    name: { en: 'Two rules together', pl: 'Dwie reguły razem', ru: 'Два правила вместе' },
    multiple: true,
    splits: true,
    pattern: /^[a-z0-9]+(-[a-z0-9]+)*\+[a-z0-9]+(-[a-z0-9]+)*$/,
  },
  signal: { name: { en: 'Signal', pl: 'Sygnał', ru: 'Сигнал' }, multiple: true, splits: true, pattern: word },
  segment: {
    name: { en: 'Segment', pl: 'Segment', ru: 'Сегмент' },
    multiple: false,
    splits: true,
    pattern: reference,
  },
  channel: {
    name: { en: 'Channel', pl: 'Kanał', ru: 'Канал' },
    multiple: false,
    splits: true,
    pattern: word,
  },
  currency: {
    name: { en: 'Currency', pl: 'Waluta', ru: 'Валюта' },
    multiple: false,
    splits: true,
    pattern: /^[A-Z]{3}$/,
  },
  severity: {
    name: { en: 'Severity', pl: 'Waga', ru: 'Важность' },
    multiple: false,
    splits: true,
    pattern: word,
  },
  outcome: {
    name: { en: 'Outcome', pl: 'Wynik', ru: 'Исход' },
    multiple: false,
    splits: true,
    pattern: word,
  },
  waited: {
    name: { en: 'Waited for the answer', pl: 'Czas oczekiwania na odpowiedź', ru: 'Ожидание ответа' },
    multiple: false,
    splits: true,
    pattern: word,
  },
  source: {
    name: { en: 'Source', pl: 'Źródło', ru: 'Источник' },
    multiple: false,
    splits: true,
    pattern: word,
  },
  hour: {
    name: { en: 'Hour of the week', pl: 'Godzina tygodnia', ru: 'Час недели' },
    multiple: false,
    splits: true,
    pattern: /^(\d|[1-9]\d|1[0-5]\d|16[0-7])$/,
  },
  customer: {
    name: { en: 'Customer', pl: 'Klient', ru: 'Клиент' },
    multiple: false,
    splits: false,
    pattern: reference,
  },
} as const satisfies Record<string, Dimension>

export type DimensionKey = keyof typeof dimensions

/** In the order of URLs. */
export const dimensionKeys = Object.keys(dimensions) as readonly DimensionKey[]

/** Whether a word names a dimension. */
export function isDimensionKey(text: string): text is DimensionKey {
  return Object.hasOwn(dimensions, text)
}

const flag = /^(yes|no)$/

/** What cases and handoffs can be filtered by besides; figures of alerts do not know these. */
export const careOnlyDimensions = {
  desk: {
    name: { en: 'Desk', pl: 'Stanowisko', ru: 'Отдел' },
    multiple: false,
    splits: true,
    pattern: reference,
  },
  fromDesk: {
    name: { en: 'Sending desk', pl: 'Stanowisko przekazujące', ru: 'Передающий отдел' },
    multiple: false,
    splits: true,
    pattern: reference,
  },
  kind: {
    name: { en: 'Kind of case', pl: 'Rodzaj sprawy', ru: 'Вид обращения' },
    multiple: false,
    splits: true,
    pattern: reference,
  },
  mode: {
    name: { en: 'Way of handing over', pl: 'Sposób przekazania', ru: 'Способ передачи' },
    multiple: false,
    splits: true,
    pattern: word,
  },
  priority: {
    name: { en: 'Priority', pl: 'Priorytet', ru: 'Приоритет' },
    multiple: false,
    splits: true,
    pattern: reference,
  },
  emergency: {
    name: { en: 'Emergency', pl: 'Sytuacja nagła', ru: 'Экстренный случай' },
    multiple: false,
    splits: true,
    pattern: flag,
  },
} as const satisfies Record<string, Dimension>

/** Every dimension that a filter can name. */
export const filterDimensions = {
  ...dimensions,
  ...careOnlyDimensions,
  channel: { ...dimensions.channel, pattern: reference },
} as const

export type FilterDimensionKey = keyof typeof filterDimensions

/** In the order of URLs. */
export const filterDimensionKeys = Object.keys(filterDimensions) as readonly FilterDimensionKey[]

/** The dimensions of cases, in the order in which filters are offered. */
export const caseDimensionKeys = [
  'desk',
  'kind',
  'channel',
  'priority',
  'segment',
  'emergency',
  'source',
] as const

/** The dimensions of handoffs. */
export const handoffDimensionKeys = [
  'desk',
  'fromDesk',
  'mode',
  'kind',
  'channel',
  'priority',
  'segment',
  'emergency',
  'source',
] as const

export type CareDimensionKey = (typeof handoffDimensionKeys)[number]

/** Whether a word names a dimension that a filter can name. */
export function isFilterDimensionKey(text: string): text is FilterDimensionKey {
  return Object.hasOwn(filterDimensions, text)
}
