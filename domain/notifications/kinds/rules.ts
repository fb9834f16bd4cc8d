import type { NotificationKind } from '../notification-kind.ts'

const version = (id: string) => `/thresholds/${id}?tab=review`

/** Rules on their way to deciding, and what stops them. */
export const ruleKinds = {
  'rules.toReview': {
    name: {
      en: 'Rules wait for my approval',
      pl: 'Reguły czekają na moją zgodę',
      ru: 'Правила ждут моего одобрения',
    },
    sentence: {
      en: 'Version {title} of the rules waits for your approval.',
      pl: 'Wersja {title} reguł czeka na Twoją zgodę.',
      ru: 'Версия {title} правил ждёт вашего одобрения.',
    },
    href: version,
    concerns: 'thresholds.approve',
  },
  'rules.toSign': {
    name: {
      en: 'An emergency waits for a second signature',
      pl: 'Tryb awaryjny czeka na drugi podpis',
      ru: 'Экстренная остановка ждёт второй подписи',
    },
    sentence: {
      en: 'Version {title} went live as an emergency and waits for a second signature.',
      pl: 'Wersja {title} zaczęła działać awaryjnie i czeka na drugi podpis.',
      ru: 'Версия {title} действует экстренно и ждёт второй подписи.',
    },
    href: version,
    concerns: 'thresholds.approve',
  },
  'rules.rampWaits': {
    name: {
      en: 'A ramp waits for my word',
      pl: 'Stopniowe wdrożenie czeka na moje słowo',
      ru: 'Поэтапный запуск ждёт моего решения',
    },
    sentence: {
      en: 'Version {title} has passed its gates and waits for somebody to let it go on.',
      pl: 'Wersja {title} spełniła warunki etapu i czeka, aż ktoś pozwoli jej iść dalej.',
      ru: 'Версия {title} выполнила условия этапа и ждёт, пока кто-то разрешит продолжать.',
    },
    href: version,
    concerns: 'thresholds.approve',
  },
  'rules.approved': {
    name: { en: 'My rules are approved', pl: 'Moje reguły zatwierdzono', ru: 'Мои правила одобрены' },
    sentence: {
      en: 'Version {title} is approved by a second person.',
      pl: 'Wersję {title} zatwierdziła druga osoba.',
      ru: 'Версию {title} одобрил второй человек.',
    },
    href: version,
    concerns: 'thresholds.approve',
  },
  'rules.sentBack': {
    name: {
      en: 'Changes to my rules are asked for',
      pl: 'Poproszono o zmiany w moich regułach',
      ru: 'В моих правилах просят изменений',
    },
    sentence: {
      en: 'Changes are asked for in version {title}. Read the comment.',
      pl: 'Poproszono o zmiany w wersji {title}. Przeczytaj komentarz.',
      ru: 'В версии {title} просят изменений. Прочитайте комментарий.',
    },
    href: version,
    concerns: 'thresholds.approve',
  },
  'rules.ended': {
    name: { en: 'My rules are turned down', pl: 'Moje reguły odrzucono', ru: 'Мои правила отклонены' },
    sentence: {
      en: 'Version {title} was turned down. Read why.',
      pl: 'Wersję {title} odrzucono. Przeczytaj dlaczego.',
      ru: 'Версия {title} отклонена. Прочитайте почему.',
    },
    href: version,
    concerns: 'thresholds.approve',
  },
  'rules.live': {
    name: {
      en: 'My rules have gone live',
      pl: 'Moje reguły zaczęły działać',
      ru: 'Мои правила начали действовать',
    },
    sentence: {
      en: 'Version {title} decides now.',
      pl: 'Wersja {title} już decyduje.',
      ru: 'Версия {title} теперь решает.',
    },
    href: version,
    concerns: 'thresholds.approve',
  },
  'rules.suspended': {
    name: { en: 'My rules are suspended', pl: 'Moje reguły wstrzymano', ru: 'Мои правила приостановлены' },
    sentence: {
      en: 'Version {title} is suspended. Its page says why.',
      pl: 'Wersję {title} wstrzymano. Jej strona mówi dlaczego.',
      ru: 'Версия {title} приостановлена. На её странице сказано почему.',
    },
    href: version,
    concerns: 'thresholds.approve',
  },
  'rules.returned': {
    name: {
      en: 'My rules were taken back by themselves',
      pl: 'Moje reguły same się wycofały',
      ru: 'Мои правила вернулись к прежним',
    },
    sentence: {
      en: 'Version {title} was taken back; the version before decides again.',
      pl: 'Wersję {title} wycofano; znów decyduje poprzednia.',
      ru: 'Версия {title} отозвана; снова решает прежняя.',
    },
    href: version,
    concerns: 'thresholds.approve',
  },
  'rules.tripped': {
    name: {
      en: 'A rule asked too much and only watches',
      pl: 'Reguła pytała za często i tylko obserwuje',
      ru: 'Правило спрашивало слишком часто и только наблюдает',
    },
    sentence: {
      en: 'The rule “{title}” asked more than its cap and only watches now.',
      pl: 'Reguła „{title}” przekroczyła limit pytań i teraz tylko obserwuje.',
      ru: 'Правило «{title}» превысило предел вопросов и теперь только наблюдает.',
    },
    href: () => '/thresholds',
    concerns: 'thresholds.approve',
  },
} as const satisfies Record<string, NotificationKind>
