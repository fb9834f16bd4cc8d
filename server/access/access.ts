/** The door of access: people, sessions and keys. What other areas and pages may use of it. */
export { ensureAuthSecret } from './auth-secret.ts'
export { readClientAddress } from './client-address.ts'
export { findSignedIn } from './find-signed-in.ts'
export { isForeignRequest } from './foreign-request.ts'
