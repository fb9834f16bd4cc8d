'use client'

import { Kbd } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { Icon } from '@/app/components/line-icon.tsx'
import { useShortcuts } from '@/app/components/shell/use-shortcuts.ts'
import { type AlertOutcome, alertOutcomes } from '@/domain/alerts/alert-state.ts'
import classes from './desk.module.css'
import { outcomeLooks } from './outcome-look.ts'

/** The four answers as large buttons, each with its key, colour and icon. */
export function OutcomeButtons(props: {
  readonly disabled: boolean
  readonly onChoose: (outcome: AlertOutcome) => void
  /** Why the customer does not count as unreachable yet; null: they do. */
  readonly unreachableHint: string | null
}) {
  const t = useTranslations('alert-desk.outcome')
  const choose = (outcome: AlertOutcome) => {
    if (props.disabled || (outcome === 'unreachable' && props.unreachableHint !== null)) return
    props.onChoose(outcome)
  }
  useShortcuts(alertOutcomes.map((outcome) => [outcomeLooks[outcome].key, () => choose(outcome)]))
  return (
    <div className={classes.outcomes} role="group" aria-label={t('label')}>
      {alertOutcomes.map((outcome) => {
        const { icon, colour, key } = outcomeLooks[outcome]
        const owed = outcome === 'unreachable' ? props.unreachableHint : null
        return (
          <button
            key={outcome}
            type="button"
            className={classes.outcome}
            style={{ '--outcome': colour } as CSSProperties}
            disabled={props.disabled || owed !== null}
            aria-keyshortcuts={key}
            onClick={() => choose(outcome)}
          >
            <Icon name={icon} size={20} />
            <span>
              <strong>{t(`${outcome}.label`)}</strong>
              <small>{owed ?? t(`${outcome}.hint`)}</small>
            </span>
            <Kbd aria-hidden>{key}</Kbd>
          </button>
        )
      })}
    </div>
  )
}
