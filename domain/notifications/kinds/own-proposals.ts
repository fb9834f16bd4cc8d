import type { NotificationKind } from '../notification-kind.ts'

const proposal = (id: string) => `/proposals/${id}`

/** What authors hear of their own proposals. */
export const ownProposalKinds = {
  'decision.released': {
    name: {
      en: 'My proposal is decided',
      pl: 'Decyzja o mojej propozycji',
      ru: 'Решение по моему предложению',
    },
    sentence: {
      en: '“{title}” has been decided. Read the answer.',
      pl: 'Zapadła decyzja w sprawie „{title}”. Przeczytaj odpowiedź.',
      ru: 'По предложению «{title}» принято решение. Прочитайте ответ.',
    },
    href: proposal,
  },
  'answer.given': {
    name: {
      en: 'My proposal has an answer',
      pl: 'Odpowiedź na moją propozycję',
      ru: 'Ответ на моё предложение',
    },
    sentence: {
      en: '“{title}” has an answer, the decision is still to come.',
      pl: 'Jest odpowiedź w sprawie „{title}”, decyzja dopiero zapadnie.',
      ru: 'На предложение «{title}» есть ответ, решение ещё впереди.',
    },
    href: proposal,
  },
  'question.asked': {
    name: {
      en: 'The jury asks me something',
      pl: 'Jury ma do mnie pytanie',
      ru: 'Жюри спрашивает меня',
    },
    sentence: {
      en: 'The jury asks something about “{title}”. Your name stays covered when you answer.',
      pl: 'Jury pyta o „{title}”. Odpowiadając, nie ujawniasz nazwiska.',
      ru: 'Жюри спрашивает о «{title}». Когда вы ответите, ваше имя останется скрытым.',
    },
    href: proposal,
  },
  'proposal.merged': {
    name: {
      en: 'My proposal is joined with another',
      pl: 'Moją propozycję połączono z inną',
      ru: 'Моё предложение объединили с другим',
    },
    sentence: {
      en: '“{title}” goes on together with another proposal. The credit is yours as well.',
      pl: '„{title}” jest rozpatrywana razem z inną propozycją. Zasługa jest też Twoja.',
      ru: 'Предложение «{title}» рассматривают вместе с другим. Это и ваша заслуга.',
    },
    href: proposal,
  },
  'merge.undone': {
    name: {
      en: 'My proposal stands alone again',
      pl: 'Moja propozycja znów jest osobna',
      ru: 'Моё предложение снова рассматривают отдельно',
    },
    sentence: {
      en: '“{title}” is looked at on its own again.',
      pl: '„{title}” znów jest rozpatrywana osobno.',
      ru: 'Предложение «{title}» снова рассматривают отдельно.',
    },
    href: proposal,
  },
  'comment.added': {
    name: {
      en: 'Colleagues comment on my proposal',
      pl: 'Komentarze do mojej propozycji',
      ru: 'Комментарии к моему предложению',
    },
    sentence: {
      en: 'A colleague commented on “{title}”.',
      pl: 'Jest nowy komentarz do „{title}”.',
      ru: 'К предложению «{title}» оставили комментарий.',
    },
    href: proposal,
  },
} as const satisfies Record<string, NotificationKind>
