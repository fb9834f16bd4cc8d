import type { NotificationKind } from '../notification-kind.ts'

const proposal = (id: string) => `/proposals/${id}`
const jury = (id: string) => `/jury/${id}`

/** What those hear who owe an answer (not all of them are of the jury) or judge. No author is ever named. */
export const judgedProposalKinds = {
  'answer.due': {
    name: {
      en: 'An answer that I owe falls due',
      pl: 'Mija termin mojej odpowiedzi',
      ru: 'Подходит срок моего ответа',
    },
    sentence: {
      en: '“{title}” needs your answer soon.',
      pl: '„{title}” niedługo wymaga Twojej odpowiedzi.',
      ru: 'Предложение «{title}» скоро потребует вашего ответа.',
    },
    href: proposal,
    concerns: 'proposals.answer',
  },
  'answer.escalated': {
    name: {
      en: 'An overdue answer has come to me',
      pl: 'Zaległa odpowiedź przeszła na mnie',
      ru: 'Просроченный ответ перешёл ко мне',
    },
    sentence: {
      en: 'Nobody answered “{title}” in time. The answer is yours now.',
      pl: 'Nikt nie odpowiedział w terminie na „{title}”. Odpowiedź należy teraz do Ciebie.',
      ru: 'На предложение «{title}» никто не ответил вовремя. Теперь ответ за вами.',
    },
    href: proposal,
    concerns: 'proposals.answer',
  },
  'appeal.made': {
    name: {
      en: 'I am to look at a proposal again',
      pl: 'Mam rozpatrzyć odwołanie',
      ru: 'Мне передали повторное рассмотрение',
    },
    sentence: {
      en: 'The author of “{title}” asks for a second look.',
      pl: 'Autor „{title}” prosi o ponowne rozpatrzenie.',
      ru: 'Автор предложения «{title}» просит рассмотреть его ещё раз.',
    },
    href: proposal,
    concerns: 'proposals.answer',
    byDay: true,
  },
  'review.wanted': {
    name: {
      en: 'A proposal waits for my review',
      pl: 'Propozycja czeka na moją ocenę',
      ru: 'Предложение ждёт моей оценки',
    },
    sentence: {
      en: '“{title}” waits for your review.',
      pl: '„{title}” czeka na Twoją ocenę.',
      ru: 'Предложение «{title}» ждёт вашей оценки.',
    },
    href: jury,
    concerns: 'jury.review',
    byDay: true,
  },
  'review.further': {
    name: {
      en: 'A further reviewer is needed',
      pl: 'Potrzebny kolejny oceniający',
      ru: 'Нужен ещё один рецензент',
    },
    sentence: {
      en: 'The jury is of two minds about “{title}”. Your review would help.',
      pl: 'Jury jest podzielone w sprawie „{title}”. Twoja ocena pomoże.',
      ru: 'Мнения жюри о «{title}» расходятся. Ваша оценка поможет.',
    },
    href: jury,
    concerns: 'jury.review',
  },
  'question.answered': {
    name: {
      en: 'My question to an author is answered',
      pl: 'Odpowiedź na moje pytanie do autora',
      ru: 'Автор ответил на мой вопрос',
    },
    sentence: {
      en: 'Your question about “{title}” is answered.',
      pl: 'Jest odpowiedź na Twoje pytanie o „{title}”.',
      ru: 'На ваш вопрос о «{title}» ответили.',
    },
    href: jury,
    concerns: 'jury.review',
    byDay: true,
  },
  'letter.toRead': {
    name: {
      en: 'A letter is to be read before it goes out',
      pl: 'List do przeczytania przed wysłaniem',
      ru: 'Письмо нужно прочитать до отправки',
    },
    sentence: {
      en: 'The letter about “{title}” needs a reader before it goes out.',
      pl: 'List w sprawie „{title}” ktoś musi przeczytać, zanim zostanie wysłany.',
      ru: 'Письмо о «{title}» кто-то должен прочитать до отправки.',
    },
    href: jury,
    concerns: 'jury.review',
  },
} as const satisfies Record<string, NotificationKind>
