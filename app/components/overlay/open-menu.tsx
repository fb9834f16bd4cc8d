'use client'

import { Menu } from '@mantine/core'
import Link from 'next/link'
import { cloneElement } from 'react'
import type { MenuButtonProps } from './menu-button.tsx'
import type { MenuEntry } from './menu-entry.ts'
import { useOpenedAtOnce } from './use-opened-at-once.ts'

/** A menu around its button, opened when it is first drawn. `MenuButton` loads it when it is asked for. */
export function OpenMenu(props: MenuButtonProps) {
  const { opened, setOpened, button } = useOpenedAtOnce()
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      onClose={props.onClose}
      position={props.position ?? 'bottom-end'}
      width={props.width}
    >
      <Menu.Target>{cloneElement(props.button, { ref: button })}</Menu.Target>
      <Menu.Dropdown
        className={props.className}
        mah={props.maxHeight}
        style={props.maxHeight === undefined ? undefined : { overflowY: 'auto' }}
      >
        {props.entries.map((entry) => (
          <Entry key={entry.key} entry={entry} />
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  switch (entry.kind) {
    case 'action':
      return (
        <Menu.Item closeMenuOnClick={entry.staysOpen !== true} onClick={entry.onChoose}>
          {entry.label}
        </Menu.Item>
      )
    case 'link':
      return (
        <Menu.Item component={Link} href={entry.href}>
          {entry.label}
        </Menu.Item>
      )
    case 'file':
      return (
        <Menu.Item component="a" href={entry.href}>
          {entry.label}
        </Menu.Item>
      )
    case 'choices':
      return (
        <Menu.RadioGroup value={entry.value}>
          {entry.choices.map(({ value, label, lang }) => (
            <Menu.RadioItem
              key={value}
              value={value}
              lang={lang}
              closeMenuOnClick
              onChange={() => entry.onChoose(value)}
            >
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      )
    case 'heading':
      return <Menu.Label>{entry.label}</Menu.Label>
    case 'divider':
      return <Menu.Divider />
    case 'content':
      return entry.content
    default:
      return entry satisfies never
  }
}
