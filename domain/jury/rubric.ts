import type { Localized } from '../language/language.ts'

/** One question of the rubric: every value has words, so that two reviewers mean the same by it. */
export interface Criterion {
  readonly name: Localized
  readonly question: Localized
  /** Of the weighted mean; the weights need not add up to anything. */
  readonly weight: number
  /** What 0, 1, 2, 3 and 4 mean. */
  readonly values: readonly [Localized, Localized, Localized, Localized, Localized]
}

/** The highest value of a criterion. */
export const highestValue = 4

/** What every proposal is judged by, one entry each. Benefit to customers weighs most: it is what proposals are for. */
export const rubric = {
  benefit: {
    weight: 4,
    name: { en: 'Benefit to customers', pl: 'Korzyść dla klientów', ru: 'Польза для клиентов' },
    question: {
      en: 'What would a customer notice?',
      pl: 'Co zauważyłby klient?',
      ru: 'Что заметил бы клиент?',
    },
    values: [
      { en: 'Nothing', pl: 'Nic', ru: 'Ничего' },
      { en: 'A little less trouble', pl: 'Trochę mniej kłopotu', ru: 'Чуть меньше хлопот' },
      {
        en: 'A step less, or hours saved',
        pl: 'Krok mniej lub godziny mniej',
        ru: 'На шаг или на часы меньше',
      },
      { en: 'The problem solved at once', pl: 'Problem rozwiązany od ręki', ru: 'Проблема решается сразу' },
      {
        en: 'The problem no longer arises',
        pl: 'Problem w ogóle nie powstaje',
        ru: 'Проблема больше не возникает',
      },
    ],
  },
  reach: {
    weight: 2,
    name: { en: 'Reach', pl: 'Zasięg', ru: 'Охват' },
    question: {
      en: 'How many customers does it concern?',
      pl: 'Ilu klientów to dotyczy?',
      ru: 'Скольких клиентов это касается?',
    },
    values: [
      { en: 'One', pl: 'Jednego', ru: 'Одного' },
      { en: 'A few a year', pl: 'Kilku rocznie', ru: 'Нескольких в год' },
      { en: 'A few a month', pl: 'Kilku miesięcznie', ru: 'Нескольких в месяц' },
      { en: 'A few a day', pl: 'Kilku dziennie', ru: 'Нескольких в день' },
      { en: 'Almost everybody', pl: 'Prawie wszystkich', ru: 'Почти всех' },
    ],
  },
  feasibility: {
    weight: 2,
    name: { en: 'Feasibility', pl: 'Wykonalność', ru: 'Осуществимость' },
    question: {
      en: 'What would it take?',
      pl: 'Czego to wymaga?',
      ru: 'Что для этого нужно?',
    },
    values: [
      { en: 'Not possible as things are', pl: 'Obecnie niemożliwe', ru: 'Сейчас невозможно' },
      {
        en: 'More than a year, or much money',
        pl: 'Ponad rok lub duże pieniądze',
        ru: 'Больше года или большие деньги',
      },
      { en: 'A project of months', pl: 'Projekt na miesiące', ru: 'Проект на месяцы' },
      {
        en: 'A few weeks of one team',
        pl: 'Kilka tygodni jednego zespołu',
        ru: 'Несколько недель одной команды',
      },
      { en: 'Could start tomorrow', pl: 'Można zacząć jutro', ru: 'Можно начать завтра' },
    ],
  },
  evidence: {
    weight: 1,
    name: { en: 'Evidence', pl: 'Dowody', ru: 'Подтверждения' },
    question: {
      en: 'What shows that the problem is as described?',
      pl: 'Co potwierdza, że problem jest taki, jak opisano?',
      ru: 'Что подтверждает, что проблема такова, как описана?',
    },
    values: [
      { en: 'Nothing yet', pl: 'Jeszcze nic', ru: 'Пока ничего' },
      { en: 'One story', pl: 'Jedna historia', ru: 'Одна история' },
      { en: 'Several cases', pl: 'Kilka spraw', ru: 'Несколько обращений' },
      { en: 'A figure over many cases', pl: 'Liczba z wielu spraw', ru: 'Показатель по многим обращениям' },
      { en: 'A trial or a comparison', pl: 'Próba lub porównanie', ru: 'Проба или сравнение' },
    ],
  },
} as const satisfies Record<string, Criterion>

export type CriterionKey = keyof typeof rubric

export const criterionKeys = Object.keys(rubric) as readonly CriterionKey[]
