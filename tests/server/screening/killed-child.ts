import { decide } from '../../../server/screening/screening.ts'
import { killedStream } from './killed-stream.ts'
import { request } from './transactions.ts'

/** Ends like a process that is killed: after the first answers, with others written or in flight and nobody told. */
let answered = 0
for (const transaction of killedStream()) {
  void decide(request(transaction)).then(() => {
    answered++
    if (answered === 1) process.kill(process.pid, 'SIGKILL')
  })
}
