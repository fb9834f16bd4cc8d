import pg from 'pg'

/** Any constant will do, as long as every release uses the same. */
const attendanceLock = 712_093_442

/** That this process uses the server, told by a lock that a kill releases. */
export interface Attendance {
  /** Ends it and tells whether somebody else still attends. A server that has gone already counts as `others`. */
  leave(): Promise<'last' | 'others'>
  /** Resolves when the connection breaks before `leave`. */
  readonly lost: Promise<void>
}

/** Takes a shared lock on a connection of its own for as long as this process attends. */
export async function attend(url: string): Promise<Attendance> {
  const client = new pg.Client({ connectionString: url, keepAlive: true })
  let leaving = false
  let gone = false
  const lost = new Promise<void>((resolve) => {
    // A broken connection reports both an error and its end; the end is what counts.
    client.on('error', () => undefined)
    client.on('end', () => {
      gone = true
      if (!leaving) resolve()
    })
  })
  await client.connect()
  await client.query('SELECT pg_advisory_lock_shared($1)', [attendanceLock])
  return {
    lost,
    leave: async () => {
      leaving = true
      if (gone) return 'others'
      await client.query('SELECT pg_advisory_unlock_shared($1)', [attendanceLock])
      const { rows } = await client.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [
        attendanceLock,
      ])
      await client.end()
      return rows[0]?.alone ? 'last' : 'others'
    },
  }
}
