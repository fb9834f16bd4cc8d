import { parseArgs } from 'node:util'
import { createKey } from '../../access/access.ts'
import { type AdminTask } from './admin-task.ts'

export const createKeyTask: AdminTask = {
  usage: '--name N --scope S [--scope S ...]',
  summary: 'Makes an API key for another system and shows it once.',
  migrated: true,
  run: async (args, { now }) => {
    const { values } = parseArgs({
      args,
      options: { name: { type: 'string' }, scope: { type: 'string', multiple: true } },
    })
    const { key } = await createKey({ name: values.name ?? '', scopes: values.scope ?? [] }, now)
    console.log(key)
    return 0
  },
}
