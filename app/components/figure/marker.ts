/** Something that happened and may explain a change: a threshold activated or rolled back, a proposal implemented, an incident, a note. */
export interface Marker {
  /** Key of the bucket in which it happened. */
  readonly rowKey: string
  readonly label: string
  readonly href: string | null
}
