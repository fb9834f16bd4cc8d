/** The door of alarms: watches over figures. */
export { startAlarmClock } from './alarm-clock.ts'
