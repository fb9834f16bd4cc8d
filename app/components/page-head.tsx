import type { ReactNode } from 'react'
import classes from './page-head.module.css'

/** The top of a page: its one heading, a line about it, and what can be done here. */
export function PageHead(props: {
  readonly title: ReactNode
  readonly text?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <header className={classes.head}>
      <div className={classes.words}>
        <h1>{props.title}</h1>
        {props.text !== undefined && <p>{props.text}</p>}
      </div>
      {props.actions !== undefined && <div className={classes.actions}>{props.actions}</div>}
    </header>
  )
}
