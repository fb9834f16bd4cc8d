'use client'

import { useMantineColorScheme } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useContext } from 'react'
import { languageCookie } from '@/app/i18n/choose-language.ts'
import { type ColourScheme, colourSchemeCookie } from '@/app/theme/colour-scheme.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import type { Language } from '@/domain/language/language.ts'
import { rememberChoice } from './remember-choice.ts'
import { ShellContext } from './shell-context.tsx'

/**
 * How a person changes language, colours and shortcuts: at once on the page, kept with the person, and for language and
 * colours also on this computer, for the pages before the sign-in.
 */
export function usePreferences() {
  const router = useRouter()
  const trpc = useTRPC()
  const isSignedIn = useContext(ShellContext) !== null
  const { setColorScheme } = useMantineColorScheme()
  const refresh = () => router.refresh()
  const { mutate } = useMutation(trpc.preferences.save.mutationOptions({ onSuccess: refresh }))
  return {
    chooseLanguage: (language: Language) => {
      rememberChoice(languageCookie, language)
      if (isSignedIn) mutate({ language })
      else refresh()
    },
    chooseColourScheme: (colourScheme: ColourScheme) => {
      setColorScheme(colourScheme)
      rememberChoice(colourSchemeCookie, colourScheme)
      if (isSignedIn) mutate({ colourScheme })
    },
    chooseShortcuts: (shortcuts: boolean) => mutate({ shortcuts }),
  }
}
