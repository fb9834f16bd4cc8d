/** What a seal covers; hashes as lower-case hexadecimal, instants in epoch milliseconds. */
export interface BundleParts {
  readonly version: number
  readonly edition: number
  /** SHA-256 of the rules' canonical JSON (RFC 8785). */
  readonly rulesHash: string
  /** The active version that it was compared with. */
  readonly against: number
  readonly windowFrom: number
  readonly windowTo: number
  /** Over the transactions of the window. */
  readonly dataHash: string
  /** Over what the rules would have done there. */
  readonly resultHash: string
}

/** The text whose SHA-256 is the seal: anybody can compute it again from what the page shows. */
export function sealText(parts: BundleParts): string {
  return [
    'worth-asking-seal-1',
    `version ${parts.version}`,
    `edition ${parts.edition}`,
    `rules ${parts.rulesHash}`,
    `against ${parts.against}`,
    `window ${new Date(parts.windowFrom).toISOString()} ${new Date(parts.windowTo).toISOString()}`,
    `data ${parts.dataHash}`,
    `result ${parts.resultHash}`,
  ].join('\n')
}
