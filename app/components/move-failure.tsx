'use client'

import { Alert } from '@mantine/core'

/** Why the server refused a move; nothing when it did not. */
export function MoveFailure({ failure }: { readonly failure: string | null }) {
  if (failure === null) return null
  return (
    <Alert color="red" role="alert" variant="light" my="sm">
      {failure}
    </Alert>
  )
}
