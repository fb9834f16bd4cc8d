import { parseArgs } from 'node:util'
import { roles } from '../../../domain/access/roles.ts'
import { languages } from '../../../domain/language/language.ts'
import { createUser } from '../../access/access.ts'
import { type AdminTask } from './admin-task.ts'

export const createUserTask: AdminTask = {
  usage: `--email E --name N --role ${roles.join('|')} [--language ${languages.join('|')}] [--password P]`,
  summary: 'Adds a person. Without --password one is drawn and shown once.',
  migrated: true,
  run: async (args, { now }) => {
    const text = { type: 'string' } as const
    const { values } = parseArgs({
      args,
      options: { email: text, name: text, role: text, language: text, password: text },
    })
    // The task itself says which value is wrong and which there are.
    const user = await createUser(values as Parameters<typeof createUser>[0], now)
    console.log(`${user.email} can sign in.`)
    if (user.drawn) console.log(`Password (shown only now): ${user.password}`)
    return 0
  },
}
