import { type CustomerProfile } from '../../domain/screening/profile.ts'

export interface CachedProfile {
  readonly version: number
  /** Epoch milliseconds. Beside the version it tells a restored database from the one that was written. */
  readonly updatedAt: number
  readonly profile: CustomerProfile
}

const atMost = 6_000

/**
 * The profiles that this process wrote last. Only a shortcut: each batch reads version and time from the database and takes
 * a profile from here only when both are still the ones.
 */
export class ProfileCache {
  readonly #entries = new Map<string, CachedProfile>()

  find(customerRef: string): CachedProfile | null {
    return this.#entries.get(customerRef) ?? null
  }

  keep(customerRef: string, entry: CachedProfile): void {
    this.#entries.delete(customerRef)
    this.#entries.set(customerRef, entry)
    if (this.#entries.size <= atMost) return
    const [oldest] = this.#entries.keys()
    if (oldest !== undefined) this.#entries.delete(oldest)
  }

  drop(customerRef: string): void {
    this.#entries.delete(customerRef)
  }
}
