'use client'

import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Instant } from '@/app/components/instant.tsx'
import { Panel } from '@/app/components/panel.tsx'
import { Answered } from '@/app/components/states/answered.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import classes from './thresholds.module.css'
import type { VersionData } from './version-data.ts'
import { writeThreshold } from './write-threshold.ts'

/** Decides a past purchase again: by the version that decided it, which must give the same, or by this one. */
export function RedecidePanel({ version }: { readonly version: VersionData }) {
  const t = useTranslations('thresholds')
  const language = useLanguage()
  const trpc = useTRPC()
  const [id, setId] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const mayDecide = version.activatedAt !== null
  const answer = useQuery({
    ...trpc.thresholds.redecide.queryOptions({
      transactionId: asked ?? '-',
      version: mayDecide ? version.version : null,
    }),
    enabled: asked !== null,
  })
  const find = (key: string) => version.rules.rules.find((rule) => rule.key === key)
  const hit = (one: { rule: string; lineNo: number; value: number; threshold: number }) => {
    const rule = find(one.rule)
    const write = (value: number) =>
      rule === undefined
        ? String(value)
        : writeThreshold(value, rule.signal, { language, currency: null, words: t as never })
    return `${rule?.name[language] ?? one.rule}${one.lineNo === 0 ? '' : ` (${one.lineNo})`}: ${write(one.value)} / ${write(one.threshold)}`
  }
  return (
    <Panel title={t('redecideTitle')}>
      <p className={classes.quiet}>
        {mayDecide ? t('redecideLead', { version: version.version }) : t('redecideOwn')}
      </p>
      <form
        className={classes.actions}
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(id.trim() === '' ? null : id.trim())
        }}
      >
        <TextInput
          label={t('transactionId')}
          value={id}
          maxLength={200}
          onChange={(event) => setId(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={id.trim() === ''}>
          {t('decideAgain')}
        </Button>
      </form>
      {asked !== null && (
        <Answered query={answer} what={t('redecideTitle')} height={120}>
          {(found) => (
            <>
              <p role="status">
                <strong>{found.identical ? t('identical') : t('otherwise')}</strong>{' '}
                {t.rich('decidedThen', {
                  at: () => <Instant at={found.occurredAt} style="dateTime" />,
                  decision: t(`decisions.${found.decision}`),
                  version: found.decidedBy,
                })}
              </p>
              <dl className={classes.facts}>
                <dt>{t('then')}</dt>
                <dd>
                  {found.then.length === 0
                    ? t('noRuleFired')
                    : found.then.map((one) => (
                        <div key={`${one.rule} ${one.lineNo}`}>
                          {hit(one)}
                          {one.heldBack !== null && ` · ${t(`heldBack.${one.heldBack}`)}`}
                        </div>
                      ))}
                </dd>
                <dt>{t('byVersion', { version: found.version })}</dt>
                <dd>
                  {found.again.length === 0
                    ? t('noRuleFired')
                    : found.again.map((one) => <div key={`${one.rule} ${one.lineNo}`}>{hit(one)}</div>)}
                </dd>
              </dl>
            </>
          )}
        </Answered>
      )}
    </Panel>
  )
}
