import type { NotificationKind } from '../notification-kind.ts'

/** Alarms that a person set. */
export const alarmKinds = {
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
} as const satisfies Record<string, NotificationKind>
