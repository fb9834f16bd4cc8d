/** Why a version that was on its way to become active was stopped: something underneath it changed. */
export const suspensionReasons = [
  /** another version became active after this one was tested against its predecessor */
  'activeChanged',
  /** who approved it has no account any more */
  'approverLeft',
  /** the seal does not fit the rules any more */
  'sealBroken',
  /** a server process cannot evaluate it */
  'notReady',
  /** its part of the customers was asked too often in an hour */
  'tooManyAlerts',
  /** too many of its questions were needless */
  'tooManyNeedless',
  /** decisions became slow */
  'tooSlow',
  /** somebody took it back while it was ramping up */
  'takenBack',
] as const

export type SuspensionReason = (typeof suspensionReasons)[number]
