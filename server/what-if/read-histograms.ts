import { openLocalQuarters } from '../../domain/what-if/local-quarters.ts'
import { collectRuleHistogram, type RuleHistogram } from '../../domain/what-if/rule-histogram.ts'
import { inSnapshot } from '../db/in-snapshot.ts'
import { type AskedQuestion, completeQuestion } from './question.ts'
import { listDays, readDays, readDistributions } from './read-days.ts'
import { wholeTails } from './read-tails.ts'

/** How each rule of a draft would ask at every threshold over a window, and how its signal is distributed. */
export async function readHistograms(asked: AskedQuestion): Promise<RuleHistogram[]> {
  const { draft, window, zone } = await completeQuestion(asked)
  const quarters = openLocalQuarters(window, zone)
  const collectors = draft.rules.map((rule) => collectRuleHistogram(rule))
  const details = collectors.some((one) => one.needsDetails)
  await inSnapshot(async (client) => {
    const heads = await listDays(client, window)
    for await (const { day, parts } of readDays(client, heads, wholeTails(details))) {
      const local = quarters.of(day)
      for (const part of parts) for (const one of collectors) one.addChunk(part.chunk, part.details, local)
    }
    for (const distribution of await readDistributions(client, heads))
      for (const one of collectors) one.addDistribution(distribution)
  })
  return collectors.map((one) => one.read())
}
