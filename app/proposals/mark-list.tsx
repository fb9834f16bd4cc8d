'use client'

import { Button, Group, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { certainScore, type Mark } from '@/domain/personal-data/mark.ts'
import { isReplaced, type MarkChoice, markedValue } from '@/domain/personal-data/mark-choice.ts'
import { isReplacedByDefault } from '@/domain/personal-data/personal-data-kind.ts'
import classes from './proposals.module.css'

/** More marks than this are a table of data, and one sentence says so. */
const mostShown = 12

/** What was found in an answer: each is cut out of what others read, unless the author keeps it and says what for. */
export function MarkList(props: {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly choices: readonly MarkChoice[]
  readonly onChange: (choices: MarkChoice[]) => void
}) {
  const t = useTranslations('proposals')
  const values = distinct(props.text, props.marks)
  if (values.length === 0) return null
  return (
    <ul className={classes.marks} aria-label={t('marks.title')}>
      {values.slice(0, mostShown).map((mark) => (
        <MarkRow key={`${mark.kind} ${markedValue(props.text, mark)}`} {...props} mark={mark} />
      ))}
      {values.length > mostShown && (
        <li className={classes.dimmed}>{t('marks.more', { count: values.length - mostShown })}</li>
      )}
    </ul>
  )
}

function MarkRow({
  text,
  mark,
  choices,
  onChange,
}: {
  readonly text: string
  readonly mark: Mark
  readonly choices: readonly MarkChoice[]
  readonly onChange: (choices: MarkChoice[]) => void
}) {
  const t = useTranslations('proposals')
  const [purpose, setPurpose] = useState<string | null>(null)
  const replaced = isReplaced(text, mark, choices)
  const value = markedValue(text, mark)
  const kept = choices.find((one) => one.kind === mark.kind && one.value === value)?.purpose ?? ''
  const kind = t(`marks.kind.${mark.kind}`)
  const choose = (keep: boolean, said: string | null) =>
    onChange([
      ...choices.filter((one) => one.kind !== mark.kind || one.value !== value),
      { kind: mark.kind, value, keep, purpose: said },
    ])
  const keep = () => {
    if (purpose === null || purpose.trim().length < 5) return
    choose(true, purpose.trim())
    setPurpose(null)
  }
  return (
    <li>
      <span>
        <strong>{text.slice(mark.start, mark.end)}</strong>{' '}
        {mark.score < certainScore && mark.kind !== 'longNumber' && isReplacedByDefault(mark.kind)
          ? t('marks.maybe', { kind })
          : kind}
        {' · '}
        {replaced
          ? t('marks.replaced')
          : kept === ''
            ? t('marks.kept')
            : t('marks.keptFor', { purpose: kept })}
      </span>
      {purpose === null ? (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() =>
            replaced && isReplacedByDefault(mark.kind) ? setPurpose('') : choose(replaced, null)
          }
        >
          {t(replaced ? 'marks.keep' : 'marks.replace')}
        </Button>
      ) : (
        <Group gap="xs">
          <TextInput
            size="xs"
            aria-label={t('marks.purpose')}
            placeholder={t('marks.purpose')}
            value={purpose}
            maxLength={300}
            autoFocus
            onChange={(event) => setPurpose(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) keep()
            }}
          />
          <Button size="compact-xs" disabled={purpose.trim().length < 5} onClick={keep}>
            {t('marks.keep')}
          </Button>
          <Button size="compact-xs" variant="subtle" onClick={() => setPurpose(null)}>
            {t('cancel')}
          </Button>
        </Group>
      )}
    </li>
  )
}

function distinct(text: string, marks: readonly Mark[]): Mark[] {
  const seen = new Map(marks.map((mark) => [`${mark.kind} ${markedValue(text, mark)}`, mark] as const))
  return [...seen.values()]
}
