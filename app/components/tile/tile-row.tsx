import type { ReactNode } from 'react'
import classes from './tile.module.css'

/** Tiles side by side, as many as fit. */
export function TileRow({ children }: { readonly children: ReactNode }) {
  return <div className={classes.row}>{children}</div>
}
