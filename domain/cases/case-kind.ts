import { z } from 'zod'
import { localizedText } from '../desks/desk-settings.ts'

/** What an administrator settles of a kind of case. Cases keep the kind, and the emergency, with which they were opened. */
export const caseKindSchema = z
  .strictObject({
    name: localizedText(120),
    emergency: z.boolean(),
    /** Until when it should be resolved: minutes of the desk's hours, of the clock for an emergency. */
    targetMinutes: z.number().int().min(1, 'At least a minute.').max(525_600, 'At most a year.'),
    /**
     * Within how many minutes of the clock the customer hears of us whenever we owe the next step and promised no other time: their own
     * waiting does not pause when a desk closes.
     */
    contactMinutes: z.number().int().min(1, 'At least a minute.').max(43_200, 'At most thirty days.'),
    playbookKey: z.string().min(1).max(60).nullable(),
    active: z.boolean(),
    /** Where it stands among the kinds, the smallest first. */
    position: z.number().int().min(0).max(9_999),
  })
  .refine(({ emergency, playbookKey }) => emergency === (playbookKey !== null), {
    path: ['playbookKey'],
    message: 'An emergency needs a playbook, and only an emergency has one.',
  })

export type CaseKindSettings = z.infer<typeof caseKindSchema>
