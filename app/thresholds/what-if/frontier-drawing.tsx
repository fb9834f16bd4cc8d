'use client'

import { useTranslations } from 'next-intl'
import type { Advice } from '@/server/what-if/what-if.ts'
import { useLanguage } from '@/app/components/use-language.ts'
import { formatNumber, formatPercent } from '@/domain/format/format-number.ts'
import { prepareFrontier } from './prepare-frontier.ts'
import classes from './what-if.module.css'

const width = 640
const height = 260
const edge = { left: 44, right: 12, top: 12, bottom: 32 }

/** Questions against catches: what the proposals catch on the part judged, on the part fitted, and the amount alone. */
export function FrontierDrawing(props: {
  readonly points: Advice['points']
  readonly picked: number
  readonly onPick: (place: number) => void
}) {
  const t = useTranslations('what-if.advisor')
  const language = useLanguage()
  const { lines, mostShare, mostCaught } = prepareFrontier(props.points)
  const x = (share: number) => edge.left + (share / mostShare) * (width - edge.left - edge.right)
  const y = (caught: number) =>
    height - edge.bottom - (caught / mostCaught) * (height - edge.top - edge.bottom)
  return (
    <figure className={classes.frontier}>
      <ul className={classes.legend}>
        {lines.map(({ key }) => (
          <li key={key} data-line={key}>
            {t(`lines.${key}`)}
          </li>
        ))}
      </ul>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('chart')}>
        <line x1={edge.left} x2={width - edge.right} y1={y(0)} y2={y(0)} className={classes.axis} />
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <text x={edge.left - 6} y={y(mostCaught * part) + 4} textAnchor="end">
              {formatNumber(mostCaught * part, language)}
            </text>
            <text
              x={x(mostShare * part)}
              y={height - 10}
              textAnchor={part === 0 ? 'start' : part === 1 ? 'end' : 'middle'}
            >
              {formatPercent(mostShare * part, language, 2)}
            </text>
          </g>
        ))}
        {lines.map(({ key, dots }) => (
          <polyline
            key={key}
            data-line={key}
            points={dots.map(({ share, caught }) => `${x(share)},${y(caught)}`).join(' ')}
          />
        ))}
        {props.points.map(({ judge }, place) => (
          <circle
            key={place}
            cx={x(judge.share ?? 0)}
            cy={y(judge.caught)}
            r={place === props.picked ? 6 : 3.5}
            data-picked={place === props.picked || undefined}
            onClick={() => props.onPick(place)}
          />
        ))}
      </svg>
      <figcaption className={classes.quiet}>{t('axes')}</figcaption>
    </figure>
  )
}
