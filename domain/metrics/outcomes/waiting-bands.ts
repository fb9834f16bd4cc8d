const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** The steps in which waits for an answer are listed: each holds what took longer than the one before, up to `untilMs`. */
export const waitingBands = [
  { key: 'm5', untilMs: 5 * minuteMs },
  { key: 'm15', untilMs: 15 * minuteMs },
  { key: 'm30', untilMs: 30 * minuteMs },
  { key: 'h1', untilMs: hourMs },
  { key: 'h2', untilMs: 2 * hourMs },
  { key: 'h4', untilMs: 4 * hourMs },
  { key: 'h8', untilMs: 8 * hourMs },
  { key: 'd1', untilMs: dayMs },
  { key: 'd3', untilMs: 3 * dayMs },
  { key: 'd7', untilMs: 7 * dayMs },
] as const

/** Answered later than the last step, and not answered (or nobody reached). */
export const longerThanBands = 'longer'
export const stillWaiting = 'waiting'
