import { randomUUID } from 'node:crypto'
import { findSignedIn, readClientAddress } from '../access/access.ts'
import type { Context } from './context.ts'

/** What a request brings to every procedure; the person is read from the database each time. */
export async function createContext(headers: Headers): Promise<Context> {
  return {
    signedIn: await findSignedIn(headers),
    now: () => Date.now(),
    requestId: randomUUID(),
    clientAddress: readClientAddress(headers),
  }
}
