'use client'

import { MantineProvider, mergeThemeOverrides, type MantineColorSchemeManager } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { type ReactNode, useMemo } from 'react'
import { Notices } from '@/app/components/notice/notices.tsx'
import { canonicalSearch } from '@/app/components/scope/scope-parameters.ts'
import type { ColourScheme } from '@/app/theme/colour-scheme.ts'
import { theme } from '@/app/theme/theme.ts'
import { TrpcProvider } from '@/app/trpc/client.tsx'

/**
 * The choice belongs to the person and is kept on the server (before sign-in in a cookie), never in the browser's storage:
 * counters share computers.
 */
const serverKeepsIt: MantineColorSchemeManager = {
  get: (defaultValue) => defaultValue,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
}

/** Everything that components find through React's context, on every page. */
export function Providers(props: { readonly colourScheme: ColourScheme; readonly children: ReactNode }) {
  const close = useTranslations('shell')('close')
  const spoken = useMemo(
    () =>
      mergeThemeOverrides(theme, {
        components: { Notification: { defaultProps: { closeButtonProps: { 'aria-label': close } } } },
      }),
    [close],
  )
  return (
    <MantineProvider
      theme={spoken}
      defaultColorScheme={props.colourScheme}
      colorSchemeManager={serverKeepsIt}
    >
      <NuqsAdapter processUrlSearchParams={canonicalSearch}>
        <TrpcProvider>{props.children}</TrpcProvider>
        <Notices />
      </NuqsAdapter>
    </MantineProvider>
  )
}
