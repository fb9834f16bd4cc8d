'use client'

import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'

/** What the rules that decide now are called; the key where one is no longer among them. */
export function useRuleNames(): (key: string) => string {
  const language = useLanguage()
  const trpc = useTRPC()
  const rules = useQuery(trpc.whatIf.activeRules.queryOptions())
  return (key) => rules.data?.find((rule) => rule.key === key)?.name[language] ?? key
}
