/** How far some work is, printed as it goes on. */
export interface ProgressBar {
  /** `done` of the total that the bar was made with. */
  update(done: number): void
  /** Ends the line with the time that it took. */
  finish(): void
}

export interface ProgressBarOptions {
  /** What is counted: the rate is printed in it. */
  readonly unit?: string | null
  /** What was done before, by an earlier run: it says nothing about the rate. */
  readonly startedAt?: number
  readonly output?: { readonly isTTY?: boolean; write(text: string): unknown }
  /** Epoch milliseconds. */
  readonly now?: () => number
}

const width = 30
const redrawMs = 100
const plainStepPercent = 20

/** A bar that redraws itself on a terminal; elsewhere (a log file, CI) a plain line at every fifth of the work. */
export function progressBar(label: string, total: number, options: ProgressBarOptions = {}): ProgressBar {
  const { unit = null, startedAt = 0, output = process.stdout, now = Date.now } = options
  const beganAt = now()
  let drawnAt = 0
  let printedPercent = 0
  let done = startedAt
  const describe = (): string => {
    const seconds = (now() - beganAt) / 1000
    const perSecond = seconds > 0 ? (done - startedAt) / seconds : 0
    const percent = percentOf(done, total)
    const left = perSecond > 0 ? `, ${Math.ceil((total - done) / perSecond)} s left` : ''
    const rate = unit !== null && perSecond > 0 ? `, ${Math.round(perSecond)} ${unit}/s` : ''
    return `${percent} %${rate}${done < total ? left : ''}`
  }
  return {
    update: (newlyDone) => {
      done = newlyDone
      const percent = percentOf(done, total)
      if (output.isTTY) {
        if (now() - drawnAt < redrawMs) return
        drawnAt = now()
        const filled = Math.round((width * percent) / 100)
        output.write(`\r${label} [${'#'.repeat(filled)}${'-'.repeat(width - filled)}] ${describe()}\x1b[K`)
      } else if (percent >= printedPercent + plainStepPercent) {
        printedPercent = percent - (percent % plainStepPercent)
        output.write(`${label} ${describe()}\n`)
      }
    },
    finish: () => {
      const [start, end] = output.isTTY ? ['\r', '\x1b[K\n'] : ['', '\n']
      const seconds = ((now() - beganAt) / 1000).toFixed(1)
      output.write(`${start}${label}: ${percentOf(done, total)} % in ${seconds} s${end}`)
    },
  }
}

function percentOf(done: number, total: number): number {
  return total <= 0 ? 100 : Math.min(100, Math.floor((100 * done) / total))
}
