'use client'

import { Tooltip } from '@mantine/core'
import type { RefObject } from 'react'

/** The drawing of a hint. `Hint` loads it when the first one is shown. */
export function HintCard(props: {
  readonly target: RefObject<HTMLButtonElement | null>
  readonly label: string
  readonly shown: boolean
}) {
  return <Tooltip target={props.target} label={props.label} opened={props.shown} />
}
