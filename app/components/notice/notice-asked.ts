let asked = false
const listeners = new Set<() => void>()

/** From now on the page has a place for notices. */
export function askForNotices(): void {
  asked = true
  for (const listener of listeners) listener()
}

/** Whether anything was said since the page was loaded; for `useSyncExternalStore`. */
export const noticeAsked = {
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  get: () => asked,
  getOnServer: () => false,
}
