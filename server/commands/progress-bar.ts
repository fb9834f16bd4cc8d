/** How far some work is, printed as it goes on. */
export interface ProgressBar {
  /** `done` of the total that the bar was made with. */
  update(done: number): void
  /** Ends the line; `note` says what came of it. */
  finish(note: string): void
}

interface Output {
  readonly isTTY?: boolean
  write(text: string): unknown
}

const width = 30
const redrawMs = 100
const plainStepPercent = 20

/**
 * A bar that redraws itself on a terminal; elsewhere (a log file, CI) a plain line at every fifth of the work.
 * `now` gives epoch milliseconds.
 */
export function progressBar(
  label: string,
  total: number,
  output: Output = process.stdout,
  now: () => number = Date.now,
): ProgressBar {
  const startedAt = now()
  let drawnAt = 0
  let printedPercent = -1
  const percentOf = (done: number) => Math.min(100, Math.floor((100 * done) / Math.max(1, total)))
  const draw = (percent: number, at: number) => {
    const filled = Math.round((width * percent) / 100)
    const spentMs = at - startedAt
    const leftSeconds = percent > 0 ? Math.ceil((spentMs * (100 - percent)) / percent / 1000) : null
    const left = leftSeconds === null ? '' : ` ${leftSeconds} s left`
    output.write(`\r${label} [${'#'.repeat(filled)}${'-'.repeat(width - filled)}] ${percent} %${left}\x1b[K`)
  }
  return {
    update: (done) => {
      const percent = percentOf(done)
      const at = now()
      if (output.isTTY) {
        if (at - drawnAt < redrawMs) return
        drawnAt = at
        draw(percent, at)
      } else if (Math.floor(percent / plainStepPercent) > Math.floor(printedPercent / plainStepPercent)) {
        output.write(`${label} ${percent} %\n`)
      }
      printedPercent = percent
    },
    finish: (note) => {
      const seconds = ((now() - startedAt) / 1000).toFixed(1)
      output.write(
        `${output.isTTY ? '\r' : ''}${label}: ${note} (${seconds} s)${output.isTTY ? '\x1b[K' : ''}\n`,
      )
    },
  }
}
