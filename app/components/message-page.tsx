import type { ReactNode } from 'react'
import classes from './message-page.module.css'

/** A page that only says something: what happened and what to do now. */
export function MessagePage(props: {
  readonly title: string
  readonly text: string
  readonly children: ReactNode
}) {
  return (
    <main className={classes.page}>
      <h1>{props.title}</h1>
      <p>{props.text}</p>
      <div className={classes.actions}>{props.children}</div>
    </main>
  )
}
