import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import { type Check, verdict } from './check.ts'

/** Written by Next with every build: the scripts that each page loads before anybody does anything. */
const statsFile = '.next/diagnostics/route-bundle-stats.json'
const statsSchema = z.array(z.object({ route: z.string(), firstLoadChunkPaths: z.array(z.string()) }))

/**
 * Bytes of script on first load, compressed as they are sent, without the answers' heads (about 6 kB a page). The overview has 300 kB
 * with them; the others shall at least not grow beyond today's heaviest.
 */
const mostBytes: Readonly<Record<string, number>> = { '/review/overview': 290_000 }
const mostBytesElsewhere = 430_000

/** The same sources always weigh the same, so this says no only when something heavy came to a page. */
export const pageWeight: Check = {
  name: 'weight of pages',
  after: ['production build'],
  run: async () => {
    const routes = statsSchema.parse(JSON.parse(await readFile(statsFile, 'utf8')))
    const weights = new Map<string, Promise<number>>()
    const weigh = (file: string) => {
      const known = weights.get(file) ?? readFile(file).then((script) => gzipSync(script).length)
      weights.set(file, known)
      return known
    }
    const pages = await Promise.all(
      routes.map(async ({ route, firstLoadChunkPaths }) => {
        const parts = await Promise.all(firstLoadChunkPaths.map(weigh))
        const bytes = parts.reduce((sum, part) => sum + part, 0)
        return { route, bytes, most: mostBytes[route] ?? mostBytesElsewhere }
      }),
    )
    const unknown = Object.keys(mostBytes).filter((route) => !pages.some((page) => page.route === route))
    const heavy = pages.filter(({ bytes, most }) => bytes > most)
    const said = [
      ...unknown.map((route) => `There is no page ${route}.`),
      ...heavy.map(
        ({ route, bytes, most }) =>
          `${route} loads ${bytes} bytes of compressed script at first, at most ${most} are wanted ` +
          '(docs/decisions/0024-light-pages.md).',
      ),
    ]
    return verdict(said.length === 0, said.join('\n'), `${pages.length} pages`)
  },
}
