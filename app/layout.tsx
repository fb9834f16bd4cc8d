import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/charts/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './theme/tokens.css'
import './theme/print.css'
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { findCurrentPerson } from './access/current-person.ts'
import { Providers } from './providers/providers.tsx'
import { chooseColourScheme, colourSchemeCookie } from './theme/colour-scheme.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return { title: { default: t('product'), template: `%s · ${t('product')}` }, robots: { index: false } }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

/** What every page stands in: language, colours, and the way to the server. */
export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const [language, person, jar] = await Promise.all([getLocale(), findCurrentPerson(), cookies()])
  const colourScheme = chooseColourScheme(person, jar.get(colourSchemeCookie)?.value)
  return (
    <html lang={language} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme={colourScheme} />
      </head>
      <body>
        <NextIntlClientProvider>
          <Providers colourScheme={colourScheme}>{children}</Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
