/** A move of a case between desks, in the order in which it happened. */
export interface Move {
  readonly fromDesk: string
  readonly toDesk: string
}

/** A ping-pong: moves `first` to `last` (places, both included) all lie between the same two desks, back and forth. */
export interface PingPong {
  readonly first: number
  readonly last: number
}

/** So many alternations make a ping-pong. Source: ServiceNow Process Mining, "ping pong" of assignment groups. */
export const alternationsOfPingPong = 3

/** The longest uninterrupted runs of three or more alternations between two desks; two runs never share a move. */
export function findPingPongs(moves: readonly Move[]): PingPong[] {
  const found: PingPong[] = []
  let first = 0
  for (let place = 1; place <= moves.length; place++) {
    const before = moves[place - 1]
    const move = moves[place]
    if (
      move !== undefined &&
      before !== undefined &&
      move.fromDesk === before.toDesk &&
      move.toDesk === before.fromDesk &&
      move.fromDesk !== move.toDesk
    ) {
      continue
    }
    if (place - first >= alternationsOfPingPong) found.push({ first, last: place - 1 })
    first = place
  }
  return found
}
