import type { ReactNode } from 'react'
import { Icon, type IconName } from '@/app/components/line-icon.tsx'
import classes from './states.module.css'

/** What stands in a panel instead of its content: an icon, what is so, and what to do about it. */
export function StateNote(props: {
  readonly icon: IconName
  readonly title: string
  readonly text?: ReactNode
  readonly action?: ReactNode
  readonly role?: 'status' | 'alert'
}) {
  return (
    <div className={classes.note} role={props.role}>
      <span className={classes.icon}>
        <Icon name={props.icon} size={20} />
      </span>
      <div>
        <p className={classes.title}>{props.title}</p>
        {props.text !== undefined && <p className={classes.text}>{props.text}</p>}
        {props.action !== undefined && <div className={classes.action}>{props.action}</div>}
      </div>
    </div>
  )
}
