'use client'

import { useEffect, useState } from 'react'
import type { Language } from '@/domain/language/language.ts'
import { chooseLanguage } from './i18n/choose-language.ts'

/** Stands on its own: when it is shown, neither the texts nor the colours of the root layout could be loaded. */
const words = {
  en: {
    title: 'The product cannot be shown right now',
    text: 'Nothing that you have saved is lost. Try again in a moment; if it stays like this, tell an administrator the time.',
    action: 'Try again',
  },
  pl: {
    title: 'Nie można teraz pokazać produktu',
    text: 'Nic z zapisanych danych nie zginęło. Spróbuj za chwilę; jeśli to się nie zmieni, podaj administratorowi godzinę.',
    action: 'Spróbuj ponownie',
  },
  ru: {
    title: 'Сейчас продукт не удаётся показать',
    text: 'Ничего из сохранённого не потеряно. Попробуйте чуть позже; если не поможет, сообщите администратору время.',
    action: 'Попробовать ещё раз',
  },
} as const satisfies Record<Language, { title: string; text: string; action: string }>

export default function GlobalErrorPage({ retry }: { readonly retry: () => void }) {
  const [language, setLanguage] = useState<Language>('en')
  useEffect(() => {
    // The browser's languages are only known after the page has been taken over.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setLanguage(chooseLanguage({ person: null, cookie: null, acceptLanguage: navigator.languages.join(',') }))
  }, [])
  const { title, text, action } = words[language]
  return (
    <html lang={language}>
      <body
        style={{ font: '14px/1.5 system-ui, sans-serif', maxWidth: '56ch', margin: '12vh auto', padding: 24 }}
      >
        <title>{title}</title>
        <h1 style={{ fontSize: 20 }}>{title}</h1>
        <p>{text}</p>
        <button type="button" onClick={retry}>
          {action}
        </button>
      </body>
    </html>
  )
}
