import { type SignedIn } from '../../domain/access/actor.ts'

/** What every procedure gets: who asks (null: nobody signed in), the clock and the request's id. */
export interface Context {
  readonly signedIn: SignedIn | null
  /** Epoch milliseconds; an argument so that tests fix it. */
  readonly now: () => number
  readonly requestId: string
  /** For throttling; the socket's address, or the proxy's word where one is trusted. */
  readonly clientAddress: string
}
