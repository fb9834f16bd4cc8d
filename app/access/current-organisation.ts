import { cache } from 'react'
import { getOrganisation, type Organisation } from '@/server/organisation/organisation.ts'

/** The organisation, read once for the whole request. */
export const getCurrentOrganisation = cache(async (): Promise<Organisation> => getOrganisation())
