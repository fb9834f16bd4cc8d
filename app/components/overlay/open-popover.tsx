'use client'

import { Popover } from '@mantine/core'
import { cloneElement } from 'react'
import type { PopoverButtonProps } from './popover-button.tsx'
import { useOpenedAtOnce } from './use-opened-at-once.ts'

/** A card around its button, opened when it is first drawn. `PopoverButton` loads it when it is asked for. */
export function OpenPopover(props: PopoverButtonProps) {
  const { opened, setOpened, button } = useOpenedAtOnce()
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      onOpen={props.onOpen}
      position={props.position ?? 'bottom-start'}
      width={props.width}
      withArrow={props.withArrow}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        {cloneElement(props.button, { ref: button, onClick: () => setOpened(!opened) })}
      </Popover.Target>
      <Popover.Dropdown className={props.className} aria-label={props.label}>
        {props.children(() => setOpened(false))}
      </Popover.Dropdown>
    </Popover>
  )
}
