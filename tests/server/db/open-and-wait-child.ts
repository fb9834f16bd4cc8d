import { openCluster } from '../../../server/db/embedded/cluster.ts'

// Opens the server of a folder and stays until it is killed.
const cluster = await openCluster({ directory: process.argv[2]!, durable: false })
process.stdout.write(`${cluster.started}\n`)
setInterval(() => undefined, 60_000)
