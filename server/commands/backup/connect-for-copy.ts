import pg from 'pg'

/** A connection whose settings make COPY's text the same on every server. */
export async function connectForCopy(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString,
    options: '-c timezone=UTC -c datestyle=ISO -c intervalstyle=postgres -c extra_float_digits=1',
  })
  // A lost connection is reported by the query that meets it.
  client.on('error', () => undefined)
  await client.connect()
  return client
}
