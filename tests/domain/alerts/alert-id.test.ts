import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { alertId } from '../../../domain/alerts/alert-id.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest()
const raisedBy = { customerRef: 'anna', transactionId: 't-1', revision: 1 }

describe('an alert’s id', () => {
  it('is the same for the same transaction, so that nothing is raised twice', () => {
    expect(alertId(raisedBy, sha256)).toBe(alertId({ ...raisedBy }, sha256))
  })

  it.each([
    ['customer', { customerRef: 'jan' }],
    ['unknown customer', { customerRef: null }],
    ['transaction', { transactionId: 't-2' }],
    ['revision', { revision: 2 }],
  ])('differs for another %s', (_, change) => {
    expect(alertId({ ...raisedBy, ...change }, sha256)).not.toBe(alertId(raisedBy, sha256))
  })

  it('is a version 8 UUID, which PostgreSQL keeps as such', () => {
    expect(alertId(raisedBy, sha256)).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })
})
