'use client'

import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'

/** A desk by its name in the reader's language, for those too who may not look at cases; its key while names are on their way. */
export function DeskLabel({ desk }: { readonly desk: string }) {
  const trpc = useTRPC()
  const language = useLanguage()
  const { data } = useQuery(trpc.care.names.queryOptions(undefined, { staleTime: 300_000 }))
  return <>{data?.desks[desk]?.[language] ?? desk}</>
}
