'use client'

import { Checkbox, NativeSelect, Radio, Stack, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/app/components/form-dialog.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useTRPC } from '@/app/trpc/client.tsx'
import { languages } from '@/domain/language/language.ts'
import { CallTogether } from './call-together.tsx'
import classes from './cases.module.css'
import { DeskNow } from './desk-now.tsx'
import type { CaseDetail } from './use-case.ts'
import { useCaseMove } from './use-case-move.ts'

const modes = ['warm', 'cold', 'onBehalf'] as const
type Mode = (typeof modes)[number]

/** Whether somebody is there to whom a customer can be let go at once. */
function canReceive({ open, available }: { readonly open: boolean; readonly available: number }): boolean {
  return open && available > 0
}

/** Why a customer cannot be handed over in this way now, by the key of its words; null: they can. */
function obstacle(
  mode: Mode,
  { emergency, containedAt }: CaseDetail,
  desk: { readonly open: boolean; readonly available: number } | undefined,
): 'containFirst' | 'deskEmpty' | 'deskClosed' | null {
  if (emergency && containedAt === null && mode !== 'warm') return 'containFirst'
  if (mode !== 'cold' || desk === undefined || canReceive(desk)) return null
  return desk.open ? 'deskEmpty' : 'deskClosed'
}

/**
 * Hands the customer over: first what each desk is like right now, then the brief that it needs, then how. The card of the chosen
 * desk says the number and what to say, so that the call is made together.
 */
export function HandOverForm(props: {
  readonly detail: CaseDetail
  readonly now: number
  readonly opened: boolean
  readonly onClose: () => void
}) {
  const { detail } = props
  const t = useTranslations('cases')
  const language = useLanguage()
  const trpc = useTRPC()
  const move = useCaseMove()
  const desks = useQuery(
    trpc.cases.desks.queryOptions(undefined, { enabled: props.opened, refetchInterval: 15_000 }),
  )
  // Whoever can take the customer now stands first.
  const others = (desks.data ?? [])
    .filter(({ key }) => key !== detail.desk)
    .toSorted((left, right) => Number(canReceive(right)) - Number(canReceive(left)))
  const [deskKey, setDeskKey] = useState('')
  const [mode, setMode] = useState<Mode>('warm')
  const [brief, setBrief] = useState<Record<string, string>>({})
  const [plannedReturn, setPlannedReturn] = useState(false)
  const desk = others.find(({ key }) => key === deskKey) ?? others[0]
  const customerLanguage = languages.find((one) => one === detail.language)
  const submit = async () => {
    if (!desk) return
    const done = await move.run((client) =>
      client.cases.offerHandoff.mutate({
        ...{
          caseId: detail.id,
          version: detail.version,
          mode,
          toDesk: desk.key,
          toPerson: null,
          brief,
          plannedReturn,
        },
      }),
    )
    if (done) props.onClose()
  }
  return (
    <FormDialog
      gap="sm"
      title={t('move.handOver')}
      opened={props.opened}
      onClose={props.onClose}
      onSubmit={() => void submit()}
      pending={move.pending}
      failure={move.failure}
      submit={t('move.handOver')}
      size="lg"
    >
      <p className={classes.dimmed}>{t('handOver.yours')}</p>
      <NativeSelect
        label={t('field.desk')}
        value={desk?.key ?? ''}
        onChange={(event) => {
          setDeskKey(event.currentTarget.value)
          setMode('warm')
        }}
        data={others.map(({ key, name, open, available }) => ({
          value: key,
          label: `${name[language]} · ${open ? `${t('handOver.open')} · ${t('handOver.available', { count: available })}` : t('handOver.closed')}`,
        }))}
        data-autofocus
      />
      {desk && <DeskNow desk={desk} customerLanguage={customerLanguage} />}
      <Radio.Group value={mode} onChange={(value) => setMode(value as Mode)} label={t('handOver.mode')}>
        <Stack gap={4} mt={4}>
          {modes.map((value) => {
            const against = obstacle(value, detail, desk)
            return (
              <Radio
                key={value}
                value={value}
                label={t(`mode.${value}`)}
                description={t(against === null ? `modeText.${value}` : `refusals.${against}`)}
                disabled={against !== null}
              />
            )
          })}
        </Stack>
      </Radio.Group>
      {desk?.brief.map((field) => (
        <Textarea
          key={field.key}
          label={field.label[language]}
          value={brief[field.key] ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget
            setBrief((before) => ({ ...before, [field.key]: value }))
          }}
          required={field.required}
          autosize
          minRows={2}
          maxLength={2_000}
        />
      ))}
      <Checkbox
        label={t('handOver.plannedReturn')}
        checked={plannedReturn}
        onChange={(event) => setPlannedReturn(event.currentTarget.checked)}
      />
      {desk && mode === 'warm' && <CallTogether detail={detail} phone={desk.phone} brief={brief} />}
    </FormDialog>
  )
}
