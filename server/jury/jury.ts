/** The door of the jury: how other areas let it hear proposals, and how the demo lets its members judge them. */
export { openTalk, readLetter, writeLetter } from './decide.ts'
export { startJuryClock } from './jury-clock.ts'
export { openHearings } from './open-hearings.ts'
export { releaseLetters } from './release-letters.ts'
export { submitScore } from './submit-review.ts'
