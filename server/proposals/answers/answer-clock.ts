import { Cron } from 'croner'
import { log, logFailure } from '../../observability/log.ts'
import { checkAnswers } from './check-answers.ts'
import { runAnswerTimers } from './run-answer-timers.ts'

/** Reminds and escalates every minute, and proves every night that nobody is left without an answer, until `stop`. */
export function startAnswerClock(): { readonly stop: () => void } {
  const options = { protect: true, unref: true, catch: onFailure }
  const timers = new Cron('20 * * * * *', options, async () => {
    await runAnswerTimers(Date.now())
  })
  const check = new Cron('0 30 3 * * *', options, async () => {
    const found = await checkAnswers()
    const broken = found.unanswered.length + found.ownerless.length > 0
    log[broken ? 'error' : 'info'](
      found,
      broken ? 'proposals without an answer' : 'every proposal has its answer',
    )
  })
  return {
    stop: () => {
      timers.stop()
      check.stop()
    },
  }
}

function onFailure(error: unknown): void {
  logFailure(error, { job: 'proposal-answers' })
}
