'use client'

import { ActionIcon } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'
import { Icon } from '@/app/components/line-icon.tsx'
import { PopoverButton } from '@/app/components/overlay/popover-button.tsx'
import { Loading } from '@/app/components/states/loading.tsx'
import type { EveryMetricKey } from '@/domain/metrics/metrics.ts'
import classes from './tile.module.css'

const load = () => import('./definition-card.tsx')
const DefinitionCard = lazy(async () => ({ default: (await load()).DefinitionCard }))

/**
 * The definition of a metric one press away: formula, what is left out, version, the whole of it on its reference page, and the
 * way to propose an improvement with what the page shows of it as evidence.
 */
export function DefinitionMark(props: {
  readonly metric: EveryMetricKey
  /** What it stands beside, as written there. */
  readonly of: string
}) {
  const t = useTranslations('components.definition')
  return (
    <PopoverButton
      width={320}
      withArrow
      preload={load}
      button={
        <ActionIcon size="xs" className={classes.mark} aria-label={t('label', { name: props.of })}>
          <Icon name="definition" size={13} />
        </ActionIcon>
      }
    >
      {() => (
        <Suspense fallback={<Loading height={240} />}>
          <DefinitionCard metric={props.metric} />
        </Suspense>
      )}
    </PopoverButton>
  )
}
