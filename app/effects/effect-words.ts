import type { EffectState } from '@/domain/statistics/effect-verdict.ts'

/** Good news green, bad news red, everything that has to wait or cannot be told grey. */
export const stateColours = {
  tooEarly: 'gray',
  unstableBaseline: 'gray',
  brokenSeries: 'gray',
  confounded: 'gray',
  noSignal: 'gray',
  postHoc: 'gray',
  changedAfter: 'gray',
  likelyEffect: 'teal',
  sustained: 'teal',
  worse: 'red',
} as const satisfies Record<EffectState, string>
