import { Alert } from '@mantine/core'

/** The server's words when it refused a move; nothing without a failure. */
export function MoveFailure({ failure }: { readonly failure: string | null }) {
  if (failure === null) return null
  return (
    <Alert color="red" variant="light" role="alert">
      {failure}
    </Alert>
  )
}
