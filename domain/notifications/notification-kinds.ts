import { type Action, isPermitted } from '../access/permissions.ts'
import { type Role } from '../access/roles.ts'
import { type Localized } from '../language/language.ts'

interface NotificationKind {
  /** In Settings > Account. */
  readonly name: Localized
  /** `{name}` stands for a fact. */
  readonly sentence: Localized
  /** The page that it leads to. */
  readonly href: (subjectId: string) => string
  /** Only who may do this is ever told, and offered the choice; without it everybody. */
  readonly concerns?: Action
}

const proposal = (id: string) => `/proposals/${id}`
const jury = (id: string) => `/jury/${id}`
const effect = (id: string) => `/effects/${id}`
const ofCase = (id: string) => `/cases/${id}`
const version = (id: string) => `/thresholds/${id}?tab=review`

/**
 * Everything that a person can be told of, one entry each: its name, its sentence and where it leads. A sentence holds nothing that
 * its reader may not see: titles are redacted ones, and no author is ever named.
 */
export const notificationKinds = {
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
  },
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
    href: jury,
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
    href: jury,
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
    href: jury,
    concerns: 'proposals.answer',
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
  'handoff.expired': {
    name: {
      en: 'Nobody accepted my customer',
      pl: 'Nikt nie przyjął mojego klienta',
      ru: 'Моего клиента никто не принял',
    },
    sentence: {
      en: 'Nobody accepted case {title} in time. The customer is yours again.',
      pl: 'Nikt w porę nie przyjął sprawy {title}. Klient znów jest Twój.',
      ru: 'Обращение {title} вовремя никто не принял. Клиент снова ваш.',
    },
    href: ofCase,
  },
  'handoff.declined': {
    name: {
      en: 'My handoff was declined',
      pl: 'Odrzucono moje przekazanie',
      ru: 'Мою передачу отклонили',
    },
    sentence: {
      en: 'The handoff of case {title} was declined. Read why; the customer is yours.',
      pl: 'Odrzucono przekazanie sprawy {title}. Przeczytaj dlaczego; klient jest Twój.',
      ru: 'Передачу обращения {title} отклонили. Прочитайте почему; клиент ваш.',
    },
    href: ofCase,
  },
  'promise.broken': {
    name: {
      en: 'A promise of a case of mine is broken',
      pl: 'Złamano obietnicę w mojej sprawie',
      ru: 'Нарушено обещание по моему обращению',
    },
    sentence: {
      en: 'The promised time of case {title} has passed. Get in touch with the customer.',
      pl: 'Minął obiecany czas w sprawie {title}. Skontaktuj się z klientem.',
      ru: 'Обещанное время по обращению {title} прошло. Свяжитесь с клиентом.',
    },
    href: ofCase,
  },
  'case.cameBack': {
    name: {
      en: 'A wait of a case of mine is over',
      pl: 'Skończyło się oczekiwanie w mojej sprawie',
      ru: 'Ожидание по моему обращению закончилось',
    },
    sentence: {
      en: 'What case {title} waited for has not come in time. It is our turn again.',
      pl: 'To, na co czekała sprawa {title}, nie nadeszło w porę. Znów nasza kolej.',
      ru: 'То, чего ждало обращение {title}, вовремя не пришло. Снова наш ход.',
    },
    href: ofCase,
  },
  'case.assigned': {
    name: { en: 'I am given a case', pl: 'Przydzielono mi sprawę', ru: 'Мне передали обращение' },
    sentence: {
      en: 'Case {title} is yours now.',
      pl: 'Sprawa {title} jest teraz Twoja.',
      ru: 'Обращение {title} теперь ваше.',
    },
    href: ofCase,
  },
  'memo.asked': {
    name: {
      en: 'A memo asks me to decide',
      pl: 'Notatka czeka na moją decyzję',
      ru: 'Записка ждёт моего решения',
    },
    sentence: {
      en: 'A memo of case {title} asks you to decide.',
      pl: 'Notatka w sprawie {title} czeka na Twoją decyzję.',
      ru: 'Записка по обращению {title} ждёт вашего решения.',
    },
    href: ofCase,
  },
  'memo.decided': {
    name: {
      en: 'My memo is decided',
      pl: 'Zapadła decyzja o mojej notatce',
      ru: 'По моей записке есть решение',
    },
    sentence: {
      en: 'The memo of case {title} has an answer.',
      pl: 'Notatka w sprawie {title} ma odpowiedź.',
      ru: 'На записку по обращению {title} есть ответ.',
    },
    href: ofCase,
  },
  'supervisor.asked': {
    name: {
      en: 'An operator asks with the customer on the line',
      pl: 'Pracownik pyta, klient czeka na linii',
      ru: 'Сотрудник спрашивает, клиент на линии',
    },
    sentence: {
      en: 'Emergency {title}: an operator asks a supervisor, the customer is on the line.',
      pl: 'Sytuacja awaryjna {title}: pracownik pyta przełożonego, klient jest na linii.',
      ru: 'Экстренное обращение {title}: сотрудник спрашивает руководителя, клиент на линии.',
    },
    href: ofCase,
  },
  'alarm.raised': {
    name: { en: 'An alarm of mine is raised', pl: 'Podniósł się mój alarm', ru: 'Сработала моя тревога' },
    sentence: {
      en: 'The alarm “{title}” is raised.',
      pl: 'Podniósł się alarm „{title}”.',
      ru: 'Сработала тревога «{title}».',
    },
    href: () => '/settings/alarms',
    concerns: 'alarms.write',
  },
  'report.failed': {
    name: {
      en: 'A report of mine could not be sent',
      pl: 'Nie udało się wysłać mojego raportu',
      ru: 'Мой отчёт не удалось отправить',
    },
    sentence: {
      en: 'The report “{title}” could not be sent.',
      pl: 'Nie udało się wysłać raportu „{title}”.',
      ru: 'Отчёт «{title}» не удалось отправить.',
    },
    href: () => '/settings/reports',
  },
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

export type NotificationKindKey = keyof typeof notificationKinds

export const notificationKindKeys = Object.keys(notificationKinds) as readonly NotificationKindKey[]

/** What a person of this role may be told of. */
export function notificationKindsOf(role: Role): NotificationKindKey[] {
  return notificationKindKeys.filter((key) => {
    const { concerns }: NotificationKind = notificationKinds[key]
    return concerns === undefined || isPermitted(role, concerns)
  })
}

/** Whether a word names a kind of notification. */
export function isNotificationKind(text: string): text is NotificationKindKey {
  return Object.hasOwn(notificationKinds, text)
}
