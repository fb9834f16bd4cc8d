import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import nodemailer from 'nodemailer'

/** An e-mail that is ready to go. */
export interface ReadyMail {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** null: none. */
  readonly attachment: { readonly name: string; readonly type: string; readonly body: Buffer } | null
}

/** Sends one e-mail, or throws why it could not. */
export type MailTransport = (mail: ReadyMail) => Promise<void>

/** Through a mail server (`smtp://user:password@host:587`); the id makes a repetition recognisable. */
export function smtpTransport(url: string, from: string): MailTransport {
  const transport = nodemailer.createTransport(url)
  return async (mail) => {
    await transport.sendMail(messageOf(mail, from))
  }
}

/** Into a folder, one `.eml` file a mail that any mail program opens: for trying out, and until a mail server is named. */
export function fileTransport(folder: string, from: string): MailTransport {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return async (mail) => {
    const { message } = await transport.sendMail(messageOf(mail, from))
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(path.join(folder, `${mail.id}.eml`), message as Buffer, { mode: 0o600 })
  }
}

function messageOf({ id, recipient, subject, text, html, attachment }: ReadyMail, from: string) {
  return {
    ...{ from, to: recipient, subject, text, html },
    ...(attachment !== null && {
      attachments: [{ filename: attachment.name, contentType: attachment.type, content: attachment.body }],
    }),
    messageId: `<${id}@worth-asking>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    // Nothing of a mail may make this machine open files or addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
