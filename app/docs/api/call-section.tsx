import { useTranslations } from 'next-intl'
import type { OpenApiDocument } from '@/server/rest/rest.ts'
import classes from './api-page.module.css'
import { describeFields, type Field } from './describe-fields.ts'
import { callExamples } from './examples.ts'

/** A call of the document, as far as the page shows it. */
export interface Operation {
  readonly summary?: string
  readonly description?: string
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly description?: string
    readonly schema: unknown
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: unknown }>> }
  readonly responses: Readonly<
    Record<
      string,
      {
        readonly description: string
        readonly content?: Readonly<Record<string, { readonly schema: unknown }>>
      }
    >
  >
}

/** One call: what it does, who may, what to send, what comes back. */
export function CallSection(props: {
  readonly document: OpenApiDocument
  readonly path: string
  readonly method: string
  readonly anchor: string
  readonly operation: Operation
}) {
  const t = useTranslations('rest')
  const { document, path, method, anchor, operation } = props
  const scope = operation.security?.[0]?.key?.[0]
  const name = `${method.toUpperCase()} ${path}`
  const example = callExamples[name]
  const body = Object.entries(operation.requestBody?.content ?? {})[0]
  const properties = Object.fromEntries((operation.parameters ?? []).map((one) => [one.name, one.schema]))
  const required = (operation.parameters ?? []).filter((one) => one.required).map((one) => one.name)
  const parameters = describeFields(document, { properties, required })
  return (
    <section id={anchor} className={classes.call}>
      <h2>
        <code>{name}</code>
      </h2>
      <p lang="en">
        <strong>{operation.summary}.</strong> {operation.description}
      </p>
      <p>
        {scope === undefined
          ? t('open')
          : t.rich('scope', { scope, code: (chunks) => <code>{chunks}</code> })}
      </p>
      {parameters.length > 0 && <Fields title={t('parameters')} fields={parameters} />}
      {body !== undefined && (
        <Fields title={`${t('body')} (${body[0]})`} fields={describeFields(document, body[1].schema)} />
      )}
      {example !== undefined && (
        <pre tabIndex={0} lang="en">
          {example}
        </pre>
      )}
      {Object.entries(operation.responses).map(([status, answer]) => {
        const schema = Number(status) < 300 ? Object.values(answer.content ?? {})[0]?.schema : undefined
        const fields = schema === undefined ? [] : describeFields(document, schema)
        return fields.length === 0 ? (
          <p key={status} lang="en">
            <code>{status}</code> {answer.description}
          </p>
        ) : (
          <details key={status}>
            <summary>
              <code>{status}</code> <span lang="en">{answer.description}</span>
            </summary>
            <Fields title={t('answer')} fields={fields} />
          </details>
        )
      })}
    </section>
  )
}

function Fields({ title, fields }: { readonly title: string; readonly fields: readonly Field[] }) {
  const t = useTranslations('rest')
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={title}>
      <table className={classes.table}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            <th scope="col">{t('type')}</th>
            <th scope="col">{t('about')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ path, type, required, description, limits }) => (
            <tr key={path}>
              <th scope="row">
                <code>{path}</code> {required && <span className={classes.required}>{t('required')}</span>}
              </th>
              <td>
                <code>{type}</code>
              </td>
              <td lang="en">{[description, limits].filter((text) => text !== '').join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
