import type { OpenApiDocument } from '@/server/rest/rest.ts'

/** A schema of the document, as far as it is read here. */
interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly description?: string
  readonly enum?: readonly unknown[]
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly maxItems?: number
  readonly pattern?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}

/** One line of a table of fields: `lines[].quantity`. */
export interface Field {
  readonly path: string
  readonly type: string
  readonly required: boolean
  readonly description: string
  readonly limits: string
}

/** The fields of a schema by their path, in the order of the document; named schemas are followed. */
export function describeFields(document: OpenApiDocument, schema: unknown, prefix = ''): Field[] {
  const { properties = {}, required = [] } = resolve(document, schema as Schema)
  return Object.entries(properties).flatMap(([name, given]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`
    const member = resolve(document, given)
    const items = member.items === undefined ? null : resolve(document, member.items)
    const inside = items?.properties ? items : member
    const field: Field = {
      path,
      type: typeOf(document, member),
      required: required.includes(name),
      description: given.description ?? member.description ?? '',
      limits: limitsOf(member),
    }
    return [field, ...describeFields(document, inside, inside === member ? path : `${path}[]`)]
  })
}

function resolve(document: OpenApiDocument, schema: Schema): Schema {
  const name = schema.$ref?.replace('#/components/schemas/', '')
  if (name !== undefined) return resolve(document, (document.components?.schemas?.[name] ?? {}) as Schema)
  const parts = schema.allOf ?? schema.anyOf ?? schema.oneOf
  const object = parts?.map((part) => resolve(document, part)).find((part) => part.properties)
  return object === undefined ? schema : { ...schema, ...object, description: schema.description }
}

function typeOf(document: OpenApiDocument, schema: Schema): string {
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const parts = schema.anyOf ?? schema.oneOf
  if (parts !== undefined) {
    return [...new Set(parts.map((part) => typeOf(document, resolve(document, part))))].join(' | ')
  }
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['object'])
  return types
    .map((type) => {
      if (type === 'array') return `${typeOf(document, resolve(document, schema.items ?? {}))}[]`
      return schema.format === undefined || type === 'null' ? type : `${type} (${schema.format})`
    })
    .join(' | ')
}

function limitsOf(schema: Schema): string {
  const limits = [
    schema.exclusiveMinimum === undefined ? null : `> ${schema.exclusiveMinimum}`,
    schema.minimum === undefined ? null : `≥ ${schema.minimum}`,
    schema.maximum === undefined ? null : `≤ ${schema.maximum}`,
    schema.maxLength === undefined ? null : `≤ ${schema.maxLength} characters`,
    schema.maxItems === undefined ? null : `≤ ${schema.maxItems} items`,
    schema.pattern ?? null,
  ]
  return limits.filter((limit) => limit !== null).join(', ')
}
