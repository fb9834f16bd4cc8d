import { type Environment } from '../../environment.ts'

/** One thing that an administrator does from the command line. */
export interface AdminTask {
  /** What follows the name. */
  readonly usage: string
  readonly summary: string
  /** Whether the database is brought to this release's schema first. */
  readonly migrated: boolean
  /** Does it and gives the exit status; prints what the person needs. Throws `AppError`, whose message is shown. */
  run(args: string[], context: AdminContext): Promise<number>
}

export interface AdminContext {
  readonly environment: Environment
  readonly databaseUrl: string
  /** Epoch milliseconds. */
  readonly now: number
}
