import type { NotificationKind } from '../notification-kind.ts'

/** Reports that a person ordered. */
export const reportKinds = {
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
} as const satisfies Record<string, NotificationKind>
