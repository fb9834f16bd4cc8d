import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { navigation } from '../../../app/(product)/navigation.ts'
import { findCurrentEntry, navigationFor } from '../../../app/(product)/navigation-for.ts'
import { homePages } from '../../../domain/access/home-page.ts'
import { roles } from '../../../domain/access/roles.ts'

const hrefsOf = (groups: typeof navigation) =>
  groups.flatMap(({ entries }) => entries.map(({ href }) => href))

describe('navigation', () => {
  it('leads to pages that exist', () => {
    const missing = hrefsOf(navigation).filter(
      (href) => !existsSync(new URL(`../../../app/(product)${href}/page.tsx`, import.meta.url)),
    )
    expect(missing).toEqual([])
  })

  it.each(roles)('shows %s its own first page', (role) => {
    expect(hrefsOf(navigationFor(role))).toContain(homePages[role])
  })

  it('shows staff neither people nor audit, and leaves no empty group', () => {
    const groups = navigationFor('staff')
    expect(hrefsOf(groups).filter((href) => /people|audit/.test(href))).toEqual([])
    expect(groups.every(({ entries }) => entries.length > 0)).toBe(true)
  })

  it.each([
    ['/settings/people', '/settings/people'],
    ['/settings/people/7', '/settings/people'],
    ['/settings/peoples', null],
  ])('says that %s belongs to %s', (path, expected) => {
    expect(findCurrentEntry(navigation, path)?.href ?? null).toBe(expected)
  })
})
