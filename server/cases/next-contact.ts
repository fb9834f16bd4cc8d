import { z } from 'zod'

/** When the customer hears from us again (epoch ms), and what they were told about it. */
export const nextContactSchema = z.object({
  dueAt: z.number().int(),
  text: z.string().trim().min(1).max(500),
})
export type NextContact = z.infer<typeof nextContactSchema>
