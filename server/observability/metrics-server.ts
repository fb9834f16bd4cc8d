import { createServer } from 'node:http'
import { collectDefaultMetrics, register } from 'prom-client'
import { log, logFailure } from './log.ts'

const shared = globalThis as typeof globalThis & { worthAskingMetricsServer?: boolean }

/**
 * Answers `GET /metrics` for Prometheus on a port of its own that is not meant for the world. Does nothing without a port, or
 * when it runs already. A port that is taken is logged and does not keep the product from starting.
 */
export function startMetricsServer(options: { readonly port: number | null; readonly host: string }): void {
  if (options.port === null || shared.worthAskingMetricsServer) return
  shared.worthAskingMetricsServer = true
  collectDefaultMetrics({ prefix: 'worth_asking_' })
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    register.metrics().then(
      (text) => response.writeHead(200, { 'content-type': register.contentType }).end(text),
      (error: unknown) => {
        logFailure(error, { url: '/metrics' })
        response.writeHead(500).end()
      },
    )
  })
  server.on('error', (error) => logFailure(error, { port: options.port }))
  server.listen(options.port, options.host, () =>
    log.info({ port: options.port }, 'Prometheus figures are served'),
  )
  // It must not keep a process alive that has nothing else to do.
  server.unref()
}
