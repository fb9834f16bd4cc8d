/** What happens to a version; each is one line of its history. */
export const versionEventTypes = [
  'drafted',
  'edited',
  'rebased',
  'submitted',
  'withdrawn',
  'changesRequested',
  'approved',
  'rejected',
  'discarded',
  'scheduled',
  'unscheduled',
  'announced',
  'rampStarted',
  'rampStepped',
  'rampWaits',
  'rampLetOn',
  'activated',
  'retired',
  'suspended',
  'countersigned',
  'returned',
] as const

/** Who moves a version when nobody does: the time that was set. */
export const clockName = 'Clock'

export type VersionEventType = (typeof versionEventTypes)[number]
