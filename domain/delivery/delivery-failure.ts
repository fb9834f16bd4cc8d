/** Why an attempt did not deliver. */
export const deliveryFailures = [
  /** The address is not one that messages are sent to. */
  'refusedUrl',
  /** The name has no address. */
  'unresolved',
  /** The name leads into a network that only we should reach. */
  'internalAddress',
  /** Nobody listens there, or the connection broke. */
  'connection',
  /** The certificate is not valid for the name. */
  'certificate',
  'timeout',
  /** It answered with another address; messages follow none. */
  'redirect',
  /** It answered with a status that is not a success. */
  'status',
] as const

export type DeliveryFailure = (typeof deliveryFailures)[number]

/** What an answer's status says: null is a success. */
export function failureOfStatus(statusCode: number): DeliveryFailure | null {
  if (statusCode >= 200 && statusCode < 300) return null
  return statusCode >= 300 && statusCode < 400 ? 'redirect' : 'status'
}
