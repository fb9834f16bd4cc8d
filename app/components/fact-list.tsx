import type { ReactNode } from 'react'
import classes from './fact-list.module.css'

/** Names beside what they name; on a phone one under the other. */
export function FactList({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  return (
    <dl className={classes.facts} aria-label={label}>
      {children}
    </dl>
  )
}

/** One line of a `FactList`; of what is not known (null, undefined) there is none. */
export function Fact({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }) {
  if (children === null || children === undefined) return null
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
