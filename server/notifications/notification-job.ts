import path from 'node:path'
import { Cron } from 'croner'
import { readEnvironment } from '../environment.ts'
import { logFailure } from '../observability/log.ts'
import { fileTransport, type MailTransport, smtpTransport } from './mail-transport.ts'
import { sendMails } from './send-mails.ts'
import { writeDigests } from './write-digests.ts'

/** Writes and sends digests from this process until `stop`; several processes share the work. */
export function startNotificationJob(): { readonly stop: () => void } {
  const { publicUrl } = readEnvironment()
  const send = chooseTransport()
  const job = new Cron('*/30 * * * * *', { protect: true, unref: true, catch: onFailure }, async () => {
    await writeDigests(Date.now(), publicUrl)
    while ((await sendMails(Date.now(), send, Math.random)) > 0);
  })
  return { stop: () => job.stop() }
}

/** The demo never writes to anybody, whatever mail server is named. */
function chooseTransport(): MailTransport {
  const { demo, smtpUrl, mailFrom, dataFolder } = readEnvironment()
  return demo || smtpUrl === null
    ? fileTransport(path.join(dataFolder, 'mail'), mailFrom)
    : smtpTransport(smtpUrl, mailFrom)
}

function onFailure(error: unknown): void {
  logFailure(error, { job: 'notifications' })
}
