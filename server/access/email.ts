import { z } from 'zod'

/** An e-mail as it is kept and compared: trimmed and in lower case. */
export const emailSchema = z.string().trim().toLowerCase().pipe(z.email().max(254))
