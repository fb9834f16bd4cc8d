import { z } from 'zod'
import { type Check, verdict } from './check.ts'
import { listMissingPackages, readLockFile } from './complete-lock-file.ts'
import { runPackage } from './run-program.ts'

/** Fewer modules than this and the cruise has looked at the wrong folder. */
const plausibleModules = 300

export const formatting: Check = {
  name: 'formatting',
  run: async () => {
    const { status, output } = await runPackage('prettier/bin/prettier.cjs', [
      '--check',
      '--log-level=warn',
      '.',
    ])
    return verdict(status === 0, `${output}\nnpm run format mends it.`)
  },
}

export const lint: Check = {
  name: 'lint',
  run: async () => {
    const cache = ['--cache', '--cache-strategy=content', '--cache-location=node_modules/.cache/eslint/']
    const { status, output } = await runPackage('eslint/bin/eslint.js', ['.', '--max-warnings=0', ...cache])
    return verdict(status === 0, output)
  },
}

export const types: Check = {
  name: 'types',
  run: async () => {
    // Writes the declarations of Next's own files and of the routes, which are not committed.
    const prepared = await runPackage('next/dist/bin/next', ['typegen'])
    if (prepared.status !== 0) return verdict(false, prepared.output)
    const { status, output } = await runPackage('typescript/bin/tsc', ['--noEmit', '-p', '.'])
    return verdict(status === 0, output)
  },
}

const cruiseSchema = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        rule: z.object({ name: z.string(), severity: z.string() }),
      }),
    ),
  }),
})

export const directions: Check = {
  name: 'import directions',
  run: async () => {
    const { status, output, stdout } = await runPackage('dependency-cruiser/bin/dependency-cruise.mjs', [
      ...['app', 'domain', 'prisma', 'server', 'tests'],
      ...['--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
    ])
    if (!stdout.startsWith('{')) return verdict(false, output)
    const { totalCruised, violations } = cruiseSchema.parse(JSON.parse(stdout)).summary
    const errors = violations.filter(({ rule }) => rule.severity === 'error')
    const seen = totalCruised >= plausibleModules
    const lines = errors.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)
    if (!seen)
      lines.push(`Only ${totalCruised} modules were seen; at least ${plausibleModules} are expected.`)
    return verdict(status === 0 && errors.length === 0 && seen, lines.join('\n'), `${totalCruised} modules`)
  },
}

export const deadCode: Check = {
  name: 'dead code',
  run: async () => {
    const { status, output } = await runPackage('knip/bin/knip.js', ['--no-progress', '--no-config-hints'])
    return verdict(status === 0, output)
  },
}

export const lockFile: Check = {
  name: 'lock file',
  run: async () => {
    const missing = listMissingPackages(await readLockFile())
    const lines = missing.map(({ name, version }) => `package-lock.json lacks ${name} ${version}`)
    return verdict(
      missing.length === 0,
      [...lines, 'node --import tsx tests/checks/complete-lock-file.ts adds them.'].join('\n'),
    )
  },
}
