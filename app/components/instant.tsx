'use client'

import { formatInstant, formatZone, type InstantStyle, isoInstant } from '@/domain/format/format-instant.ts'
import { useShell } from './shell/shell-context.tsx'
import { useLanguage } from './use-language.ts'

/** An instant (epoch ms) on the wall of the organisation's zone, or of `zone`; its title names the zone. A dash for null. */
export function Instant(props: {
  readonly at: number | null
  readonly zone?: string
  readonly style?: InstantStyle
}) {
  const language = useLanguage()
  const { organisation } = useShell()
  const zone = props.zone ?? organisation.zone
  const text = formatInstant(props.at, zone, language, props.style)
  if (props.at === null) return <span>{text}</span>
  const title = `${formatInstant(props.at, zone, language, 'dateTimeSeconds')} · ${formatZone(zone, props.at)}`
  return (
    <time className="wa-number" dateTime={isoInstant(props.at, zone)} title={title}>
      {text}
    </time>
  )
}
