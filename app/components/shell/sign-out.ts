/** Ends the session and goes to the sign-in page. Its code comes when somebody leaves. */
export async function signOut(): Promise<void> {
  const { signOut: endSession } = await import('next-auth/react')
  await endSession({ callbackUrl: '/sign-in' })
}
