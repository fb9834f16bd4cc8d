import type { AlertOutcome } from '../alerts/alert-state.ts'
import { formatDuration } from '../format/format-duration.ts'
import type { Language, Localized } from '../language/language.ts'

const words = {
  en: { resolved: 'Resolved after', open: 'Not resolved yet', handoffs: 'Handoffs' },
  pl: { resolved: 'Rozwiązano po', open: 'Jeszcze nie rozwiązano', handoffs: 'Przekazania' },
  ru: { resolved: 'Решено через', open: 'Пока не решено', handoffs: 'Передачи' },
} as const satisfies Record<Language, unknown>

/** How a case went, in one line for the third answer: how long it took and how often the customer was handed over. */
export function storyCourse(
  {
    openedAt,
    resolvedAt,
    handoffs,
  }: { readonly openedAt: number; readonly resolvedAt: number | null; readonly handoffs: number },
  language: Language,
): string {
  const { resolved, open, handoffs: passed } = words[language]
  const outcome =
    resolvedAt === null ? open : `${resolved} ${formatDuration(resolvedAt - openedAt, language)}`
  return `${outcome}. ${passed}: ${handoffs}.`
}

/** What an alert asked and how it ended. */
export interface AskedFacts {
  readonly question: Localized
  /** null: no outcome yet */
  readonly outcome: AlertOutcome | null
  readonly answeredAfterMs: number | null
}

const outcomes = {
  en: {
    asked: 'Asked',
    open: 'No answer yet.',
    intended: 'It was intended',
    mistake: 'It was a mistake',
    fraud: 'It was fraud',
    unreachable: 'The customer was not reached',
    after: 'known after',
  },
  pl: {
    asked: 'Pytanie',
    open: 'Jeszcze bez odpowiedzi.',
    intended: 'To było zamierzone',
    mistake: 'To była pomyłka',
    fraud: 'To było oszustwo',
    unreachable: 'Nie udało się skontaktować z klientem',
    after: 'wiadomo po',
  },
  ru: {
    asked: 'Вопрос',
    open: 'Ответа пока нет.',
    intended: 'Это было намеренно',
    mistake: 'Это была ошибка',
    fraud: 'Это было мошенничество',
    unreachable: 'С клиентом не удалось связаться',
    after: 'стало известно через',
  },
} as const satisfies Record<Language, unknown>

/** The question of an alert, for the first answer. */
export function storyQuestion({ question }: AskedFacts, language: Language): string {
  return `${outcomes[language].asked}: ${question[language]}`
}

/** How an alert ended, in one line for the third answer. */
export function storyOutcome({ outcome, answeredAfterMs }: AskedFacts, language: Language): string {
  const words = outcomes[language]
  if (outcome === null) return words.open
  if (answeredAfterMs === null) return `${words[outcome]}.`
  return `${words[outcome]}; ${words.after} ${formatDuration(answeredAfterMs, language)}.`
}
