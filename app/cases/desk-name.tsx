'use client'

import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'

/** A desk by its name in the reader's language; its key while names are on their way, and for desks that are gone. */
export function DeskName({ desk }: { readonly desk: string }) {
  const trpc = useTRPC()
  const language = useLanguage()
  const desks = useQuery(trpc.cases.desks.queryOptions(undefined, { staleTime: 300_000 }))
  return <>{desks.data?.find(({ key }) => key === desk)?.name[language] ?? desk}</>
}
