import { type RefObject, useEffect, useRef, useState } from 'react'

/**
 * What was asked for before its code was there opens as soon as it is drawn, with the focus on its button first, so that the focus
 * comes back there.
 */
export function useOpenedAtOnce(): {
  readonly opened: boolean
  readonly setOpened: (opened: boolean) => void
  readonly button: RefObject<HTMLButtonElement | null>
} {
  const [opened, setOpened] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    button.current?.focus({ preventScroll: true })
    const frame = requestAnimationFrame(() => setOpened(true))
    return () => cancelAnimationFrame(frame)
  }, [])
  return { opened, setOpened, button }
}
