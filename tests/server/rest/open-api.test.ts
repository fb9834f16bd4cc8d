import { readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeFields } from '../../../app/docs/api/describe-fields.ts'
import { openApiDocument } from '../../../server/rest/rest.ts'
import { transactionBody } from '../../../server/screening/transaction-body.ts'
import { transferBody } from './rest-door.ts'

const folder = 'app/api/v1'
/** The document does not describe itself; the other answers whatever is not there. */
const undescribed = ['/openapi.json', '/{...unknown}']

function servedPaths(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'route.ts')
    .map((file) => `/${path.dirname(file)}`.replace(/\[([^\]]+)\]/g, '{$1}'))
}

describe('the OpenAPI document', () => {
  it('describes every call that is served, and no other', () => {
    const served = servedPaths().filter((one) => !undescribed.includes(one))
    expect(served.length).toBeGreaterThan(7)
    expect(Object.keys(openApiDocument().paths ?? {}).sort()).toEqual(served.sort())
  })

  it('says which scope a call needs', () => {
    const post = openApiDocument().paths?.['/transactions']?.post
    expect(post?.security).toEqual([{ key: ['transactions:write'] }])
  })

  it('lists the fields of a body by their path, those of lines too', () => {
    const document = openApiDocument()
    const fields = describeFields(document, { $ref: '#/components/schemas/Transaction' })
    expect(fields.find(({ path: field }) => field === 'money.amount')).toMatchObject({ required: true })
    expect(fields.find(({ path: field }) => field === 'lines[].quantity')).toMatchObject({
      required: true,
      limits: '≥ 0.000001, ≤ 1000000000',
    })
    expect(transactionBody.safeParse(transferBody()).success).toBe(true)
  })
})
