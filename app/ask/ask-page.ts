import { createTranslator } from 'next-intl'
import { type Language, languages } from '@/domain/language/language.ts'
import type { AskedQuestion } from '@/server/alerts/alerts.ts'
import { loadMessages } from '../i18n/load-messages.ts'
import { askStyle } from './ask-style.ts'
import { html, type Html } from './html.ts'

/** What the page has to say. `closed`: there is no question here, whatever the reason. */
export type AskView =
  | { readonly kind: 'question'; readonly asked: AskedQuestion }
  | { readonly kind: 'closed' | 'tooMany' | 'unavailable' }

interface Page {
  readonly view: AskView
  readonly language: Language
  /** The organisation's name; may be empty. */
  readonly sender: string
  /** Where the page is, without its query. */
  readonly path: string
}

const languageNames: Readonly<Record<Language, string>> = { en: 'English', pl: 'Polski', ru: 'Русский' }

/** The whole page behind a link, in one language; it works without any script. */
export async function askPage({ view, language, sender, path }: Page): Promise<string> {
  const t = await translator(language)
  const title = sender === '' ? t('title') : `${t('title')} · ${sender}`
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${askStyle}
      </head>
      <body>
        <header>
          <p>${sender}</p>
          <nav aria-label="${t('languages')}">
            ${languages.map((one) => languageLink(one, language, path))}
          </nav>
        </header>
        <main>
          ${view.kind === 'question' ? asked(view.asked, t, { language, path }) : saying(view.kind, t)}
        </main>
        <footer>
          <p><strong>${t('never')}</strong> ${t('neverMore')}</p>
        </footer>
      </body>
    </html> `
  return page.text
}

type Translate = Awaited<ReturnType<typeof translator>>

async function translator(language: Language) {
  const messages = await loadMessages(language)
  return createTranslator({ locale: language, messages, namespace: 'ask' }) as (key: string) => string
}

function languageLink(one: Language, current: Language, path: string): Html {
  const here = one === current
  return html`<a
    href="${path}?lang=${one}"
    lang="${one}"
    hreflang="${one}"
    ${here ? html` aria-current="true"` : ''}
    >${languageNames[one]}</a
  >`
}

function asked(
  { answer, atTill, question, reference, code }: AskedQuestion,
  t: Translate,
  { language, path }: { readonly language: Language; readonly path: string },
): Html {
  if (answer !== null) {
    const next = answer === 'right' ? 'thanksRight' : atTill ? 'thanksTill' : 'thanksNotRight'
    return html`<h1>${t('thanks')}</h1>
      <p role="status">${t(next)}</p>
      ${proof(reference, code, t)}`
  }
  return html`<h1>${question[language]}</h1>
    <form method="post" action="${path}?lang=${language}">
      <button name="answer" value="right">${t('right')}</button>
      <button name="answer" value="notRight">${t('notRight')}</button>
    </form>
    ${proof(reference, code, t)}`
}

/** What lets a caller and the customer find out whether they speak about the same question. */
function proof(reference: string, code: string | null, t: Translate): Html {
  const codeRow =
    code === null
      ? html``
      : html`<div>
          <dt>${t('code')}</dt>
          <dd>${code}</dd>
        </div>`
  return html`<h2>${t('proofTitle')}</h2>
    <dl>
      <div>
        <dt>${t('reference')}</dt>
        <dd>${reference}</dd>
      </div>
      ${codeRow}
    </dl>
    <p>${t('proof')}</p>`
}

function saying(kind: Exclude<AskView['kind'], 'question'>, t: Translate): Html {
  return html`<h1>${t(`${kind}.title`)}</h1>
    <p>${t(`${kind}.text`)}</p>`
}
