import type { NotificationKind } from '../notification-kind.ts'

const effect = (id: string) => `/effects/${id}`

/** What becomes of accepted proposals. */
export const effectKinds = {
  'plan.owned': {
    name: {
      en: 'I own an accepted proposal',
      pl: 'Odpowiadam za przyjętą propozycję',
      ru: 'Я отвечаю за принятое предложение',
    },
    sentence: {
      en: '“{title}” is yours to bring about.',
      pl: 'Odpowiadasz za wdrożenie „{title}”.',
      ru: 'Вы отвечаете за внедрение предложения «{title}».',
    },
    href: effect,
    concerns: 'effects.work',
  },
  'work.finished': {
    name: {
      en: 'A proposal of mine is implemented',
      pl: 'Wdrożono moją propozycję',
      ru: 'Моё предложение внедрено',
    },
    sentence: {
      en: '“{title}” is implemented. Its effect is being measured now.',
      pl: 'Wdrożono „{title}”. Trwa pomiar efektu.',
      ru: 'Предложение «{title}» внедрено. Теперь измеряется его эффект.',
    },
    href: effect,
  },
  'effect.known': {
    name: {
      en: 'The effect of a proposal is known',
      pl: 'Znany jest efekt propozycji',
      ru: 'Известен эффект предложения',
    },
    sentence: {
      en: 'There is a verdict on the effect of “{title}”.',
      pl: 'Jest ocena efektu „{title}”.',
      ru: 'Есть вывод об эффекте предложения «{title}».',
    },
    href: effect,
  },
} as const satisfies Record<string, NotificationKind>
