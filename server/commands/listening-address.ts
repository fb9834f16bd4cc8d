import net from 'node:net'
import { AppError } from '../../domain/errors/app-error.ts'

/**
 * The port to listen on: the one asked for when it is free, any free one for 0.
 * Throws `conflict` when another program has it, `invalidInput` when this machine does not have the host's address.
 */
export async function choosePort(host: string, port: number): Promise<number> {
  const probe = net.createServer()
  return new Promise((resolve, reject) => {
    probe.once('error', (cause: NodeJS.ErrnoException) => reject(explain(host, port, cause)))
    probe.listen({ host, port, exclusive: true }, () => {
      const { port: found } = probe.address() as net.AddressInfo
      probe.close(() => resolve(found))
    })
  })
}

/** Where people reach it. A server that listens everywhere is reached on this machine by its loopback address. */
export function addressOf(host: string, port: number): string {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`
}

function explain(host: string, port: number, cause: NodeJS.ErrnoException): AppError {
  if (cause.code === 'EADDRINUSE') {
    return new AppError('conflict', {
      userMessage: `Port ${port} on ${host} is used by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
      cause,
    })
  }
  const why =
    cause.code === 'EACCES'
      ? `Port ${port} may not be used by this user; choose one above 1023 with PORT.`
      : `This machine cannot listen on HOST=${host} (${cause.message}).`
  return new AppError('invalidInput', { userMessage: why, cause })
}
