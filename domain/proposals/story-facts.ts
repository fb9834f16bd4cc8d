import { formatDuration } from '../format/format-duration.ts'
import { type Language } from '../language/language.ts'

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
