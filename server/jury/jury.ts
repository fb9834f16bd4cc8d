/** The door of the jury: how other areas let it hear proposals. */
export { startJuryClock } from './jury-clock.ts'
export { openHearings } from './open-hearings.ts'
