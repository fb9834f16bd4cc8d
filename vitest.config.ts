import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const alias = { '@': root.replace(/\/$/, '') }

/**
 * Three projects: `domain` (with the pure parts of app) needs nothing, `architecture` reads the tree, `server` needs a PostgreSQL that
 * `tests/server/setup` starts (one template database, one clone per worker). No retries anywhere.
 */
export default defineConfig({
  resolve: { alias },
  test: {
    retry: 0,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'domain',
          include: ['tests/{domain,app}/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['tests/domain/setup/seeded-laws.ts'],
          // Only a test that hangs should end by the clock: a busy machine is no failure.
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'architecture',
          include: ['tests/architecture/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          environment: 'node',
          pool: 'forks',
          maxWorkers: 2,
          globalSetup: ['tests/server/setup/cluster.ts'],
          setupFiles: ['tests/server/setup/worker.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
