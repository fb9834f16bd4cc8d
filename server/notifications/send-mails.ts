import { z } from 'zod'
import { scheduleRetry } from '../../domain/delivery/retry-schedule.ts'
import { getPrisma } from '../db/prisma.ts'
import { logFailure } from '../observability/log.ts'
import { type MailTransport, type ReadyMail } from './mail-transport.ts'

const batch = 20

/** Longer than a mail server takes: after it the process that held a mail is dead. */
const leaseMs = 5 * 60_000

const claimedRow = z.object({
  ...{ id: z.uuid(), recipient: z.string(), subject: z.string(), text: z.string(), html: z.string() },
  tries: z.number().int(),
})

/**
 * Sends the mails that are due at `now` (epoch ms), at least once each: what fails is tried again with growing distance, in the
 * end given up with its reason. Several processes share the work. Gives how many were sent. `random` is in [0, 1).
 */
export async function sendMails(now: number, send: MailTransport, random: () => number): Promise<number> {
  const claimed = z.array(claimedRow).parse(
    await getPrisma().$queryRaw<unknown[]>`
      UPDATE outgoing_mails m SET next_attempt_at = ${new Date(now + leaseMs)}, tries = m.tries + 1
      FROM (SELECT id FROM outgoing_mails WHERE status = 'pending' AND next_attempt_at <= ${new Date(now)}
            ORDER BY next_attempt_at LIMIT ${batch} FOR UPDATE SKIP LOCKED) due
      WHERE m.id = due.id RETURNING m.id::text, m.recipient, m.subject, m.text, m.html, m.tries`,
  )
  let sent = 0
  for (const mail of claimed) {
    try {
      await send({ ...mail, attachment: await findAttachment(mail.id) })
      await getPrisma().outgoingMail.update({
        where: { id: mail.id },
        data: { status: 'sent', sentAt: new Date(now), nextAttemptAt: null, failure: null },
      })
      sent += 1
    } catch (cause) {
      logFailure(cause, { job: 'send-mails', mailId: mail.id })
      const again = scheduleRetry(mail.tries, now, random())
      await getPrisma().outgoingMail.update({
        where: { id: mail.id },
        data: {
          ...{ status: again === null ? 'failed' : 'pending' },
          nextAttemptAt: again === null ? null : new Date(again),
          failure: cause instanceof Error ? cause.message.slice(0, 500) : 'unknown',
        },
      })
    }
  }
  return sent
}

async function findAttachment(mailId: string): Promise<ReadyMail['attachment']> {
  const found = await getPrisma().mailAttachment.findUnique({ where: { mailId } })
  return found === null ? null : { name: found.name, type: found.type, body: Buffer.from(found.body) }
}
