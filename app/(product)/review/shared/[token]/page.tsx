import { notFound, redirect } from 'next/navigation'
import { requirePerson } from '@/app/access/require-permission.ts'
import { findSharedAddress } from '@/server/views/views.ts'

/** A shared link leads to its page and scope; what the page shows is up to who opens it. */
export default async function SharedPage({
  params,
}: {
  readonly params: Promise<{ readonly token: string }>
}) {
  await requirePerson()
  const { token } = await params
  const address = await readAddress(token)
  if (address === null) notFound()
  redirect(address)
}

function readAddress(token: string) {
  return findSharedAddress(token, Date.now())
}
