import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHead } from '@/app/components/page-head.tsx'
import { errorCodes } from '@/domain/errors/error-codes.ts'
import { openApiDocument } from '@/server/rest/rest.ts'
import classes from './api-page.module.css'
import { CallSection, type Operation } from './call-section.tsx'
import { createKeyExample, firstCallExample } from './examples.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rest')
  return { title: t('title') }
}

/** The interface for other systems, readable: made of the document that machines get. */
export default async function ApiPage() {
  const t = await getTranslations('rest')
  const document = openApiDocument()
  const calls = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
      path,
      method,
      operation,
      anchor: `${method}${path.replace(/[^a-z]+/g, '-')}`,
    })),
  )
  return (
    <main className={classes.page}>
      <PageHead title={t('title')} text={t('text')} />
      <nav aria-label={t('calls')} className={classes.contents}>
        <ul>
          {calls.map(({ path, method, anchor }) => (
            <li key={anchor}>
              <a href={`#${anchor}`}>
                <code>
                  {method.toUpperCase()} {path}
                </code>
              </a>
            </li>
          ))}
        </ul>
        <a href="/api/v1/openapi.json">{t('machines')}</a>
      </nav>
      <section>
        <h2>{t('key.title')}</h2>
        <p>{t('key.text')}</p>
        <pre tabIndex={0} lang="en">
          {createKeyExample}
        </pre>
        <h2>{t('first.title')}</h2>
        <p>{t('first.text')}</p>
        <pre tabIndex={0} lang="en">
          {firstCallExample}
        </pre>
        <h2>{t('rules.title')}</h2>
        <ul>
          <li>{t('rules.money')}</li>
          <li>{t('rules.identity')}</li>
          <li>{t('rules.retry')}</li>
          <li>{t('rules.pages')}</li>
        </ul>
      </section>
      {calls.map((call) => (
        <CallSection key={call.anchor} document={document} {...call} />
      ))}
      <section>
        <h2>{t('errors.title')}</h2>
        <p>{t('errors.text')}</p>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('errors.status')}</th>
              <th scope="col">{t('errors.code')}</th>
              <th scope="col">{t('errors.meaning')}</th>
            </tr>
          </thead>
          <tbody lang="en">
            {Object.entries(errorCodes).map(([code, { status, title }]) => (
              <tr key={code} id={code}>
                <td>{status}</td>
                <td>
                  <code>{code}</code>
                </td>
                <td>{title}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </main>
  )
}
