import { isPermitted } from '@/domain/access/permissions.ts'
import type { Role } from '@/domain/access/roles.ts'
import { navigation, type NavigationEntry } from './navigation.ts'

/** The navigation of a role: what it may open, without empty groups. */
export function navigationFor(role: Role): typeof navigation {
  return navigation
    .map((group) => ({
      ...group,
      entries: group.entries.filter((entry) => isPermitted(role, entry.permission)),
    }))
    .filter((group) => group.entries.length > 0)
}

/** The entry that a page belongs to: the longest address that the page's begins with; null for pages outside of it. */
export function findCurrentEntry(groups: typeof navigation, path: string): NavigationEntry | null {
  const candidates = groups
    .flatMap((group) => group.entries)
    .filter((entry) => path === entry.href || path.startsWith(`${entry.href}/`))
  return candidates.sort((left, right) => right.href.length - left.href.length)[0] ?? null
}
