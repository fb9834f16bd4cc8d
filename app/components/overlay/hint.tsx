'use client'

import { cloneElement, lazy, type ReactElement, type Ref, Suspense, useEffect, useRef, useState } from 'react'

const load = () => import('./hint-card.tsx')
const HintCard = lazy(async () => ({ default: (await load()).HintCard }))

/** Long enough that a pointer on its way elsewhere shows nothing. */
const delayMs = 300

/**
 * What a button without words is for, in words beside it, while one points at it or has reached it by key; Escape takes it away. The
 * button carries the same words as its name. The drawing comes when the first one is shown.
 */
export function Hint(props: {
  readonly label: string
  readonly children: ReactElement<{ readonly ref?: Ref<HTMLButtonElement> }>
}) {
  const target = useRef<HTMLButtonElement>(null)
  const timer = useRef<number>(undefined)
  const [shown, setShown] = useState(false)
  const [asked, setAsked] = useState(false)
  const show = () => {
    setAsked(true)
    setShown(true)
  }
  const hide = () => {
    window.clearTimeout(timer.current)
    setShown(false)
  }
  useEffect(() => () => window.clearTimeout(timer.current), [])
  useEffect(() => {
    if (!shown) return
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && setShown(false)
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [shown])
  return (
    <>
      {cloneElement(props.children, {
        ref: target,
        ...{
          onPointerEnter: ({ pointerType }: React.PointerEvent) => {
            if (pointerType !== 'mouse') return
            void load()
            timer.current = window.setTimeout(show, delayMs)
          },
          onPointerLeave: hide,
          onFocus: ({ currentTarget }: React.FocusEvent) => currentTarget.matches(':focus-visible') && show(),
          onBlur: hide,
        },
      })}
      {asked && (
        <Suspense>
          <HintCard target={target} label={props.label} shown={shown} />
        </Suspense>
      )}
    </>
  )
}
