/** What came of a check. */
export interface CheckResult {
  readonly passed: number
  readonly failed: number
  /** For the summary: how many were skipped and why, on which engine it ran. */
  readonly note?: string
  /** What the check printed; shown when something failed. */
  readonly output: string
}

/** One of the things that `npm test` looks at. */
export interface Check {
  readonly name: string
  /** Names of checks that must have ended before. */
  readonly after?: readonly string[]
  run(): Promise<CheckResult>
}

/** A check that counts as one: it passes or it does not. */
export function verdict(holds: boolean, output: string, note?: string): CheckResult {
  return { passed: holds ? 1 : 0, failed: holds ? 0 : 1, output, note }
}
