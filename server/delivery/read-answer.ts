import { type IncomingMessage } from 'node:http'

const kept = 1_024

/** The first kilobyte of an answer as text; what comes after it, or fails on its way, is left. */
export function readAnswer(response: IncomingMessage): Promise<string> {
  return new Promise((settle) => {
    const parts: Buffer[] = []
    let size = 0
    const finish = () => {
      const text = Buffer.concat(parts).subarray(0, kept).toString('utf8')
      // PostgreSQL keeps no NUL in a text.
      settle(text.replaceAll('\0', '\ufffd'))
      response.destroy()
    }
    response.on('data', (part: Buffer) => {
      parts.push(part)
      size += part.length
      if (size >= kept) finish()
    })
    response.once('end', finish)
    // The status has arrived: an answer that breaks off, or hangs until the attempt's time is over, changes nothing about it.
    response.once('error', finish)
    response.once('close', finish)
  })
}
