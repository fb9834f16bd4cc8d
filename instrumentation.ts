/** Called by Next once in every server process, before its first request: starts what runs beside requests. */
export async function register(): Promise<void> {
  // Not while pages are being built, nor in a runtime without sockets.
  if (process.env.NEXT_RUNTIME !== 'nodejs' || !process.env.DATABASE_URL) return
  const { startBackgroundWork } = await import('./server/background-work.ts')
  startBackgroundWork()
}
