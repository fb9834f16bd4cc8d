/** The environment of a Next process: ours, `changes` over it, and no reports to its makers. */
export function webEnvironment(changes: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  return { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...changes } as NodeJS.ProcessEnv
}
