import { existsSync } from 'node:fs'
import { runProgram } from './run-program.ts'

/** Whether this is root on Debian or one of its children. */
export async function canInstallPackages(): Promise<boolean> {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false
  return (await runProgram('apt-get', ['--version'])).status === 0
}

/** Installs one of Debian's packages; gives what apt said when it could not, else null. */
export async function installPackage(name: string): Promise<string | null> {
  const quietly = { DEBIAN_FRONTEND: 'noninteractive' }
  await runProgram('apt-get', ['update', '-qq'], quietly)
  const { status, output } = await runProgram(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', name],
    quietly,
  )
  return status === 0 ? null : output
}
