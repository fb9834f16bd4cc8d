'use client'

import { ActionIcon } from '@mantine/core'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { showNotice } from '@/app/components/notice/show-notice.ts'
import { figureCsv } from '@/app/charts/figure-csv.ts'
import type { PreparedFigure } from '@/app/charts/figure-data.ts'
import { Icon } from '@/app/components/line-icon.tsx'
import { Hint } from '@/app/components/overlay/hint.tsx'
import { useLanguage } from '@/app/components/use-language.ts'
import { useShortcuts } from '@/app/components/shell/use-shortcuts.ts'
import { Loading } from '@/app/components/states/loading.tsx'
import { PanelBoundary } from '@/app/components/states/panel-boundary.tsx'
import { DefinitionMark } from '@/app/components/tile/definition-mark.tsx'
import type { EveryMetricKey } from '@/domain/metrics/metrics.ts'
import { BarsDrawing } from './bars-drawing.tsx'
import { download } from './download.ts'
import { drawingPng } from './drawing-png.ts'
import { FigureTable } from './figure-table.tsx'
import classes from './figure.module.css'
import { Legend } from './legend.tsx'
import type { Marker } from './marker.ts'
import { useTimedMarkers } from './markers-context.tsx'
import { figurePicture } from './figure-picture.ts'
import { placeMarkers } from './place-markers.ts'
import { svgPng } from './svg-png.ts'
import { ShadedTable } from './shaded-table.tsx'

/** The chart library comes when the first chart is drawn, not with every page. */
const TimeSeriesDrawing = dynamic(async () => (await import('./time-series-drawing.tsx')).TimeSeriesDrawing, {
  ssr: false,
  loading: () => <Loading height={240} />,
})

/**
 * The one way to show a prepared figure: title, a computed sentence, the drawing, and one key (`T`) away the same cells as a
 * table of links; CSV, PNG, what was cut, and what happened meanwhile.
 */
export function Figure(props: {
  readonly title: string
  readonly figure: PreparedFigure
  /** Without extension, for CSV and PNG. */
  readonly fileName: string
  /** More about the figure, under the sentence: what moved most, what is excluded. */
  readonly note?: ReactNode
  /** Its place in the page's address; the file's name when left out. */
  readonly id?: string
  /** The metric that it draws: its definition, and the way to propose an improvement, stand beside the title. */
  readonly metric?: EveryMetricKey
}) {
  const t = useTranslations('components.figure')
  const { figure } = props
  const titleId = useId()
  const drawing = useRef<HTMLDivElement>(null)
  const [asTable, setAsTable] = useState(false)
  const markers = placeMarkers(figure, useTimedMarkers())
  const thin = figure.rows.filter(({ cells }) => cells.some(({ tooFew }) => tooFew)).length
  const sentence = [
    t(`sentence.${figure.sentence.key}`, figure.sentence.values),
    ...(figure.cut === null ? [] : [t('cut', figure.cut)]),
    ...(thin === 0 ? [] : [t('thin', { count: thin })]),
  ].join(' ')
  const anchor = props.id ?? props.fileName
  const isTableAnyway = figure.kind === 'heatmap' || figure.kind === 'pairs'
  useShortcuts([['T', () => setAsTable((current) => !current)]])
  const language = useLanguage()
  const figureElement = useRef<HTMLElement>(null)
  useEffect(() => {
    if (window.location.hash === `#${anchor}`) figureElement.current?.scrollIntoView()
  }, [anchor])
  const savePng = async () => {
    const chart = drawing.current
    const picture =
      chart !== null && chart.querySelector('svg.recharts-surface') !== null
        ? await drawingPng(chart, { title: props.title, sentence })
        : await svgPng(
            figurePicture(figure, { title: props.title, language, style: getComputedStyle(document.body) }),
          )
    download(picture, `${props.fileName}.png`)
  }
  const copyLink = async () => {
    const address = new URL(window.location.href)
    address.hash = anchor
    await navigator.clipboard.writeText(address.href)
    showNotice({ message: t('linkCopied'), autoClose: 3_000 })
  }
  const saveCsv = () =>
    download(new Blob([figureCsv(figure)], { type: 'text/csv;charset=utf-8' }), `${props.fileName}.csv`)
  return (
    <figure ref={figureElement} className={classes.figure} aria-labelledby={titleId} id={anchor}>
      <figcaption className={classes.head}>
        <div className={classes.title}>
          <h2 id={titleId}>{props.title}</h2>
          {props.metric !== undefined && <DefinitionMark metric={props.metric} of={props.title} />}
        </div>
        <div className={classes.actions} data-no-print>
          {!isTableAnyway && (
            <FigureButton
              icon={asTable ? 'chart' : 'table'}
              label={asTable ? t('asChart') : t('asTable')}
              onClick={() => setAsTable(!asTable)}
            />
          )}
          <FigureButton icon="download" label={t('csv')} onClick={saveCsv} />
          <FigureButton icon="image" label={t('png')} onClick={() => void savePng()} />
          <FigureButton icon="link" label={t('link')} onClick={() => void copyLink()} />
        </div>
      </figcaption>
      <p className={classes.sentence}>{sentence}</p>
      {props.note}
      <PanelBoundary what={props.title}>
        <div ref={drawing}>
          {asTable && !isTableAnyway ? (
            <FigureTable figure={figure} label={props.title} />
          ) : (
            <Drawing figure={figure} title={props.title} markers={markers} />
          )}
        </div>
      </PanelBoundary>
      <Markers figure={figure} markers={markers} />
    </figure>
  )
}

function Drawing(props: {
  readonly figure: PreparedFigure
  readonly title: string
  readonly markers: readonly Marker[]
}) {
  const { figure } = props
  switch (figure.kind) {
    case 'timeSeries':
      return (
        <>
          <Legend columns={figure.columns} lines={figure.mark === 'line'} />
          <TimeSeriesDrawing figure={figure} markers={props.markers} />
        </>
      )
    case 'bars':
      return <BarsDrawing figure={figure} />
    case 'heatmap':
    case 'pairs':
      return <ShadedTable figure={figure} label={props.title} />
    default:
      return figure satisfies never
  }
}

function FigureButton(props: {
  readonly icon: Parameters<typeof Icon>[0]['name']
  readonly label: string
  readonly onClick: () => void
}) {
  return (
    <Hint label={props.label}>
      <ActionIcon aria-label={props.label} onClick={props.onClick}>
        <Icon name={props.icon} />
      </ActionIcon>
    </Hint>
  )
}

/** The flags of the drawing in words, each leading to what it stands for. */
function Markers({
  figure,
  markers,
}: {
  readonly figure: PreparedFigure
  readonly markers: readonly Marker[]
}) {
  const t = useTranslations('components.figure')
  if (markers.length === 0) return null
  const titles = new Map(figure.rows.map((row) => [row.key, row.title]))
  return (
    <ul className={classes.markers} aria-label={t('markers')}>
      {markers.map((marker) => (
        <li key={marker.id}>
          <Icon name="marker" size={12} /> {titles.get(marker.rowKey) ?? marker.rowKey}:{' '}
          {marker.href === null ? marker.label : <Link href={marker.href}>{marker.label}</Link>}
          {marker.compareHref !== null && (
            <>
              {' · '}
              <Link href={marker.compareHref} prefetch={false}>
                {t('beforeAfter')}
              </Link>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
