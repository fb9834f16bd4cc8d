'use client'

import { Alert } from '@mantine/core'

/** What the server refused, in its own words; nothing when it did not. */
export function MoveFailure({ failure }: { readonly failure: string | null }) {
  if (failure === null) return null
  return (
    <Alert color="red" role="alert" variant="light" my="sm">
      {failure}
    </Alert>
  )
}
