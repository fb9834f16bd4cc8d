'use client'

import { useTranslations } from 'next-intl'
import { useShell } from '@/app/components/shell/shell-context.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import type { Rule } from '@/domain/screening/rule.ts'
import type { Leaf } from '@/domain/thresholds/rule-set-leaves.ts'
import { describePath } from './describe-path.ts'
import { writeLeaf } from './write-leaf.ts'

/** Where a value of a rule set stands and what it says, in the reader's words; `rules` name what the paths speak of. */
export function useLeafWords(rules: readonly Rule[]) {
  const words = useTranslations('thresholds') as never
  const language = useLanguage()
  const { zone } = useShell().organisation
  return {
    describe: (path: string) => describePath(path, { rules, language, words }),
    write: (path: string, value: Leaf | undefined) =>
      writeLeaf(path, value, { rules, language, zone, words }),
  }
}
