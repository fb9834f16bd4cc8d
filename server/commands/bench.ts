import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { AppError } from '../../domain/errors/app-error.ts'

const folder = path.resolve('tests/bench')

/** `npm run bench -- NAME ...`: runs one benchmark, which prints a JSON line for each figure; without a name lists them. */
export async function run([name, ...args]: string[]): Promise<number> {
  if (name === undefined) {
    console.log(
      ['Benchmarks:', ...(await listBenchmarks()).map((one) => `  npm run bench -- ${one}`)].join('\n'),
    )
    return 0
  }
  const file = path.join(folder, `${name}.ts`)
  if (!/^[a-z0-9-]+$/.test(name) || !existsSync(file)) {
    throw new AppError('invalidInput', {
      userMessage: `There is no benchmark "${name}". There are: ${(await listBenchmarks()).join(', ')}.`,
    })
  }
  const benchmark = (await import(pathToFileURL(file).href)) as { run?: (args: string[]) => Promise<unknown> }
  if (!benchmark.run) throw new AppError('internal', { userMessage: `${file} has no function run().` })
  const status = await benchmark.run(args)
  return typeof status === 'number' ? status : 0
}

/** A benchmark is a file of the folder that exports `run`; the others are what they are made of. */
async function listBenchmarks(): Promise<string[]> {
  if (!existsSync(folder)) return []
  const names = (await readdir(folder)).filter((file) => file.endsWith('.ts'))
  const runnable = await Promise.all(
    names.map(async (file) => ({
      name: path.basename(file, '.ts'),
      runs: 'run' in ((await import(pathToFileURL(path.join(folder, file)).href)) as object),
    })),
  )
  return runnable.filter(({ runs }) => runs).map(({ name }) => name)
}
