/** Somebody's wish that this process ends. */
export interface Interruption {
  /** Aborted by SIGINT, SIGTERM, SIGHUP or `abort`: work that can be cut off listens to it. */
  readonly signal: AbortSignal
  /** Resolves at the first signal of the operating system. Later ones are ignored: the clean end is already under way. */
  readonly requested: Promise<void>
  abort(): void
}

/** Listens to the operating system's signals from now on. */
export function interruption(): Interruption {
  const controller = new AbortController()
  const requested = new Promise<void>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(name, () => {
        controller.abort()
        resolve()
      })
    }
  })
  return { signal: controller.signal, requested, abort: () => controller.abort() }
}
