import { headers } from 'next/headers'
import { cache } from 'react'
import type { SignedIn } from '@/domain/access/actor.ts'
import { findSignedIn } from '@/server/access/access.ts'

/** Who asks for this page, read once for the whole request; null: nobody is signed in. */
export const findCurrentPerson = cache(async (): Promise<SignedIn | null> => findSignedIn(await headers()))
