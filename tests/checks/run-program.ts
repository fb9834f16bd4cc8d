import { spawn } from 'node:child_process'

export interface ProgramEnd {
  readonly status: number | null
  /** Standard output and standard error as they came. */
  readonly output: string
  readonly stdout: string
}

/** Runs a program to its end without a terminal; `env` is put over ours. A program that cannot be started ends with null. */
export function runProgram(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, NEXT_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let stdout = ''
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString()
      output += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', (cause) => resolve({ status: null, output: `${command}: ${cause.message}`, stdout }))
    child.on('close', (status) => resolve({ status, output, stdout }))
  })
}

/** Runs a program of an installed package by its file, which spares npx's second. */
export function runPackage(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<ProgramEnd> {
  return runProgram(process.execPath, [`node_modules/${file}`, ...args], env)
}
