/** The door of effects: what became of accepted proposals. */
export { startEffectClock } from './effect-clock.ts'
