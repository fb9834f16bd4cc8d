import { cloneElement, type MouseEventHandler, type ReactElement, type Ref } from 'react'

/** A button that opens something: it takes the ref, the handlers and the roles of what it opens. */
export type OpeningButton = ReactElement<{
  readonly ref?: Ref<HTMLButtonElement>
  readonly onClick?: MouseEventHandler<HTMLButtonElement>
}>

/**
 * The button before what it opens was first asked for. Who points at it or reaches it with a key will probably press it: that fetches
 * the code.
 */
export function askingButton(
  button: OpeningButton,
  opens: 'menu' | 'dialog',
  handlers: { readonly onReach: () => void; readonly onAsk: () => void },
): ReactElement {
  const { onReach, onAsk } = handlers
  return cloneElement(button, {
    ...{ 'aria-haspopup': opens, 'aria-expanded': false },
    ...{ onPointerEnter: onReach, onFocus: onReach, onClick: onAsk },
  })
}
