import type { Actor } from '../../domain/access/actor.ts'

/** Whoever runs `npm run admin`: the operating system knows who, the product does not. */
export const commandLineActor: Actor = { kind: 'system', id: null, name: 'command line' }
