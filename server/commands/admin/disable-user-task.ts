import { AppError } from '../../../domain/errors/app-error.ts'
import { disableUser } from '../../access/access.ts'
import { type AdminTask } from './admin-task.ts'

export const disableUserTask: AdminTask = {
  usage: 'EMAIL',
  summary: 'Shuts a person out; their sessions end at once.',
  migrated: true,
  run: async ([email], { now }) => {
    if (!email) throw new AppError('invalidInput', { userMessage: 'Say whom: disable-user EMAIL' })
    await disableUser(email, now)
    console.log(`${email} can no longer sign in.`)
    return 0
  },
}
