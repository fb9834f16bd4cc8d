import type { TimedMarker } from './markers-context.tsx'

/** Something that happened and may explain a change, in the bucket of a figure in which it happened. */
export interface Marker extends TimedMarker {
  /** Key of the bucket. */
  readonly rowKey: string
}
