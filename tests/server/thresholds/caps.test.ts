import { expect, it } from 'vitest'
import { decide } from '../../../server/screening/screening.ts'
import { runDueSwitches } from '../../../server/thresholds/live/run-due-switches.ts'
import { tripRules } from '../../../server/thresholds/live/trip-rules.ts'
import { createDraft } from '../../../server/thresholds/verbs/create-draft.ts'
import { approveVersion } from '../../../server/thresholds/verbs/review-version.ts'
import { saveDraft } from '../../../server/thresholds/verbs/save-draft.ts'
import { scheduleVersion } from '../../../server/thresholds/verbs/schedule-version.ts'
import { submitVersion } from '../../../server/thresholds/verbs/submit-version.ts'
import { request, transfer } from '../screening/transactions.ts'
import { begin, now, read, rulesOf, window } from './rule-admins.ts'

it('a rule’s own cap goes through the door with it, and stops that rule alone', async () => {
  const { irina, tomasz } = await begin()
  const draft = await createDraft({ note: 'A cap', from: null }, { actor: irina, now })
  const { rules, merchantCriteria } = await rulesOf(draft.version)
  const capped = rules.map((rule) => (rule.key === 'large-payment' ? { ...rule, capPerHour: 1 } : rule))
  const { version, edition } = {
    ...draft,
    ...(await saveDraft(
      draft.version,
      { rules: capped, merchantCriteria, note: 'A cap', ramp: null },
      { actor: irina, now, expectedEdition: draft.edition },
    )),
  }
  await submitVersion(version, window, { actor: irina, now, expectedEdition: edition })
  for (const customer of ['a', 'b']) await sendLarge(customer)
  expect(await tripRules(Date.now())).toBe(0)

  const { seal } = await read(version)
  const by = { actor: tomasz, now, expectedEdition: edition }
  await approveVersion(version, { seal, comment: null }, by)
  await scheduleVersion(version, null, by)
  while ((await runDueSwitches(now)) > 0);
  expect(await tripRules(Date.now())).toBe(1)
  expect((await sendLarge('c')).decision).toBe('proceed')
})

async function sendLarge(customerRef: string) {
  const large = transfer({
    ...{ id: `large ${customerRef}`, customerRef, amountMinor: 30_000_000, occurredAt: Date.now() },
    payee: { ref: `payee ${customerRef}`, name: null },
  })
  return (await decide(request(large))).decision
}
