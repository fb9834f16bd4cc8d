import type { ReactNode } from 'react'
import classes from './panel.module.css'
import { PanelBoundary } from './states/panel-boundary.tsx'

/** A part of a page under its own heading, with a hairline above; a failure inside stays inside. */
export function Panel(props: {
  readonly title: string
  /** Beside the heading, at the end of the line. */
  readonly actions?: ReactNode
  readonly id?: string
  readonly children: ReactNode
}) {
  return (
    <section className={classes.panel} aria-label={props.title} id={props.id}>
      <div className={classes.head}>
        <h2>{props.title}</h2>
        {props.actions}
      </div>
      <PanelBoundary what={props.title}>{props.children}</PanelBoundary>
    </section>
  )
}
