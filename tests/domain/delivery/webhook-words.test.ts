import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { webhookEventTypes } from '../../../domain/delivery/webhook-events.ts'
import { languages } from '../../../domain/language/language.ts'

it.each(languages)('every type of message has its words in Settings, in %s', (language) => {
  const file = new URL(`../../../messages/webhooks.${language}.json`, import.meta.url)
  const { type } = JSON.parse(readFileSync(file, 'utf8')) as { type: Record<string, string> }
  expect(Object.keys(type).toSorted()).toEqual(
    webhookEventTypes.map((one) => one.replace('.', '_')).toSorted(),
  )
})
