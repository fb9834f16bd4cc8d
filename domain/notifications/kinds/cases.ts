import type { NotificationKind } from '../notification-kind.ts'

const ofCase = (id: string) => `/cases/${id}`

/** Customers who are somebody’s, or fall back to them. */
export const caseKinds = {
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
  'handoff.acceptedAfterAll': {
    name: {
      en: 'My customer was accepted after all',
      pl: 'Mój klient został jednak przyjęty',
      ru: 'Моего клиента всё-таки приняли',
    },
    sentence: {
      en: 'Case {title} was accepted in time after all; we only heard of it late. Look before you call the customer.',
      pl: 'Sprawę {title} jednak przyjęto w porę, tylko wiadomość przyszła później. Zajrzyj do niej, zanim zadzwonisz do klienta.',
      ru: 'Обращение {title} всё-таки приняли вовремя, только сообщение пришло позже. Посмотрите его, прежде чем звонить клиенту.',
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
} as const satisfies Record<string, NotificationKind>
