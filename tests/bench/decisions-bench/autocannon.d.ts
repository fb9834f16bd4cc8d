declare module 'autocannon' {
  interface Request {
    body?: string
  }
  interface Options {
    readonly url: string
    readonly connections: number
    readonly duration: number
    readonly method?: 'GET' | 'POST'
    readonly headers?: Readonly<Record<string, string>>
    /** Requests a second of all connections together. */
    readonly overallRate?: number
    readonly requests?: readonly { readonly setupRequest: (request: Request) => Request }[]
  }
  interface Result {
    readonly requests: { readonly average: number; readonly total: number }
    /** Milliseconds. */
    readonly latency: { readonly p50: number; readonly p99: number; readonly max: number }
    readonly duration: number
    readonly errors: number
    readonly non2xx: number
    readonly '2xx': number
  }
  export default function autocannon(options: Options): Promise<Result>
}
