import { type ClientBase } from 'pg'
import { type Count, type Counting } from '../figures/count.ts'
import { countAlerts } from '../figures/count-alerts.ts'

/** The alerts of each part (`value`) of all alerts (`n`), so that the parts of every bucket add up to 1. */
export async function countOutcomeMix(client: ClientBase, counting: Counting): Promise<Count[]> {
  const parts = await countAlerts(client, counting)
  const whole = counting.split === null ? parts : await countAlerts(client, { ...counting, split: null })
  const names = new Set(parts.map(({ part }) => part))
  const counted = new Map(parts.map((count) => [keyOf(count.bucket, count.part), count.value]))
  return whole.flatMap(({ bucket, value: n }) =>
    [...names].map((part) => ({ bucket, part, value: counted.get(keyOf(bucket, part)) ?? 0, n })),
  )
}

function keyOf(bucket: number | null, part: string | null): string {
  return JSON.stringify([bucket, part])
}
