import { escapeHtml } from '../format/escape-html.ts'
import { formatInstant } from '../format/format-instant.ts'
import type { Language, Localized } from '../language/language.ts'
import { type NotificationKindKey, notificationKinds } from './notification-kinds.ts'
import { toldTime } from './told-time.ts'
import { type NotificationFacts, writeNotification } from './write-notification.ts'

/** Something that a digest tells of. */
export interface DigestItem {
  readonly kind: NotificationKindKey
  readonly subjectId: string
  readonly facts: NotificationFacts
  /** Epoch ms. */
  readonly at: number
}

/** An e-mail as it is sent. */
export interface DigestMail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

const words = {
  greeting: { en: 'Hello {name},', pl: 'Dzień dobry, {name}!', ru: 'Здравствуйте, {name}!' },
  lead: {
    en: 'This has happened since the last time:',
    pl: 'Od ostatniego razu wydarzyło się to:',
    ru: 'Вот что произошло с прошлого раза:',
  },
  foot: {
    en: 'How often this comes and what it tells of is your choice: {address}',
    pl: 'Jak często przychodzi i o czym mówi, wybierasz tutaj: {address}',
    ru: 'Как часто приходит письмо и о чём оно, вы выбираете здесь: {address}',
  },
  zone: {
    en: 'Times are in the zone {zone}.',
    pl: 'Godziny podano w strefie {zone}.',
    ru: 'Время указано в зоне {zone}.',
  },
} as const satisfies Record<string, Localized>

/** Plural forms of what a subject counts. */
const counted: Readonly<Record<Language, Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>>> = {
  en: { one: '{count} piece of news', other: '{count} pieces of news' },
  pl: {
    one: '{count} nowa wiadomość',
    few: '{count} nowe wiadomości',
    many: '{count} nowych wiadomości',
    other: '{count} nowej wiadomości',
  },
  ru: {
    one: '{count} новость',
    few: '{count} новости',
    many: '{count} новостей',
    other: '{count} новости',
  },
}

/** One mail of what happened, oldest first (what is told by the day at its beginning), with links to `origin` (`https://care.example.com`). Nobody's text becomes markup. */
export function composeDigest(
  items: readonly DigestItem[],
  reader: {
    readonly name: string
    readonly language: Language
    readonly zone: string
    readonly origin: string
  },
): DigestMail {
  const { language, zone, origin } = reader
  const lines = items
    .map((item) => ({ ...item, told: toldTime(item.kind, item.at, zone) }))
    .sort((left, right) => left.told.at - right.told.at)
    .map((item) => ({
      time: formatInstant(item.told.at, zone, language, item.told.style),
      sentence: writeNotification(item.kind, item.facts, language),
      address: `${origin}${notificationKinds[item.kind].href(item.subjectId)}`,
    }))
  const form = new Intl.PluralRules(language).select(items.length)
  const count = (counted[language][form] ?? counted[language].other ?? '').replace(
    '{count}',
    String(items.length),
  )
  const greeting = words.greeting[language].replace('{name}', () => reader.name)
  const choice = `${origin}/settings/account`
  const foot = words.foot[language].replace('{address}', choice)
  const zoneLine = words.zone[language].replace('{zone}', zone)
  return {
    subject: `Worth Asking: ${count}`,
    text: [
      greeting,
      '',
      words.lead[language],
      '',
      ...lines.flatMap(({ time, sentence, address }) => [`${time}  ${sentence}`, `  ${address}`, '']),
      zoneLine,
      foot,
      '',
    ].join('\n'),
    html: [
      `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;font-size:14px">`,
      `<p>${escapeHtml(greeting)}</p><p>${words.lead[language]}</p><ul>`,
      ...lines.map(
        ({ time, sentence, address }) =>
          `<li>${escapeHtml(time)}: <a href="${escapeHtml(address)}">${escapeHtml(sentence)}</a></li>`,
      ),
      `</ul><p style="color:#666">${escapeHtml(zoneLine)} ${escapeHtml(foot)}</p></body></html>`,
    ].join('\n'),
  }
}
