'use client'

import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { findCurrentEntry, navigationFor } from '@/app/(product)/navigation-for.ts'
import { ReachedLink } from '@/app/components/reached-link.tsx'
import { useShell } from './shell-context.tsx'
import classes from './shell.module.css'

/** The pages that the signed-in role may open. */
export function NavigationLinks({ onFollow }: { readonly onFollow: () => void }) {
  const t = useTranslations()
  const { person } = useShell()
  const groups = navigationFor(person.role)
  const current = findCurrentEntry(groups, usePathname())
  return groups.map((group, index) => (
    <div key={group.label ?? 'top'}>
      {group.label !== null && (
        <p className={classes.heading} id={`navigation-${index}`}>
          {t(group.label)}
        </p>
      )}
      <ul
        className={classes.group}
        aria-labelledby={group.label === null ? undefined : `navigation-${index}`}
      >
        {group.entries.map((entry) => (
          <li key={entry.href}>
            <ReachedLink
              href={entry.href}
              className={classes.link}
              aria-current={entry === current ? 'page' : undefined}
              onClick={onFollow}
            >
              {t(entry.label)}
            </ReachedLink>
          </li>
        ))}
      </ul>
    </div>
  ))
}
