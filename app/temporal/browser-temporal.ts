import type { Temporal as PolyfilledTemporal } from 'temporal-polyfill'

type TemporalApi = typeof PolyfilledTemporal

/**
 * What `temporal-polyfill` is in a browser (next.config.js): the browser's own Temporal, and the polyfill only for browsers without one.
 * The modules that work with dates wait for it here, once, so that they can go on using it without waiting.
 */
export const Temporal: TemporalApi =
  (globalThis as { readonly Temporal?: TemporalApi }).Temporal ??
  (await import('temporal-polyfill/implementation')).Temporal
