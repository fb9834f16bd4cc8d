'use client'

import { useRouter } from 'next/navigation'
import { useId } from 'react'
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import type { FigureColumn, TimeSeriesFigure } from '@/app/charts/figure-data.ts'
import { formatAxisValue } from '@/app/charts/format-figure-value.ts'
import { useLanguage } from '@/app/components/use-language.ts'
import { FigureTooltip } from './figure-tooltip.tsx'
import { lookColour, lookFill, LookPatterns } from './look-paint.tsx'
import type { Marker } from './marker.ts'

const height = 240

/** Buckets from left to right: bars from zero for counts, a line for shares and durations; gaps stay gaps. */
export function TimeSeriesDrawing(props: {
  readonly figure: TimeSeriesFigure
  readonly markers: readonly Marker[]
}) {
  const { figure } = props
  const id = useId()
  const router = useRouter()
  const language = useLanguage()
  const unit = figure.columns[0]?.unit ?? { kind: 'count' }
  const labels = new Map(figure.rows.map((row) => [row.key, row.label]))
  const open = (rowKey: string, column: number) => {
    const href = figure.rows.find(({ key }) => key === rowKey)?.cells[column]?.href
    if (href) router.push(href)
  }
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 640, height }}>
      <ComposedChart
        data={dataOf(figure)}
        // One crosshair for all charts of the page: they have the same buckets.
        syncId="page"
        syncMethod="value"
        margin={{ top: 16, right: 8, bottom: 0, left: 0 }}
        barCategoryGap="18%"
      >
        <LookPatterns id={id} looks={[...new Set(figure.columns.map(({ look }) => look))]} />
        <CartesianGrid vertical={false} stroke="var(--wa-hairline)" />
        <XAxis
          dataKey="key"
          tickFormatter={(key: string) => labels.get(key) ?? key}
          tick={{ fontSize: 12, fill: 'var(--mantine-color-dimmed)' }}
          tickLine={false}
          stroke="var(--wa-hairline)"
          minTickGap={24}
        />
        <YAxis
          tickFormatter={(value: number) => formatAxisValue(value, unit, language)}
          tick={{ fontSize: 12, fill: 'var(--mantine-color-dimmed)' }}
          tickLine={false}
          axisLine={false}
          width={unit.kind === 'money' ? 68 : 52}
          allowDecimals={unit.kind !== 'count'}
          domain={[0, 'auto']}
        />
        <Tooltip
          content={({ label }) => <FigureTooltip figure={figure} rowKey={String(label)} />}
          cursor={{ fill: 'var(--wa-surface)', stroke: 'var(--wa-hairline)' }}
          isAnimationActive={false}
        />
        {figure.columns.flatMap((column, index) =>
          column.look === 'earlier' || figure.mark === 'line'
            ? lines(column, index, figure, open)
            : [
                <Bar
                  key={column.key}
                  dataKey={`value${index}`}
                  stackId="parts"
                  isAnimationActive={false}
                  shape={(shape) => (
                    <BarShape
                      {...(shape as Rectangle)}
                      id={id}
                      column={column}
                      onOpen={(key) => open(key, index)}
                    />
                  )}
                />,
              ],
        )}
        {props.markers.map((marker) => (
          <ReferenceLine
            key={marker.id}
            x={marker.rowKey}
            stroke="var(--mantine-color-text)"
            strokeDasharray="2 3"
            label={{ value: '⚑', position: 'top', fontSize: 12, fill: 'var(--mantine-color-text)' }}
          />
        ))}
      </ComposedChart>
    </ResponsiveContainer>
  )
}

type Datum = Readonly<Record<string, string | number | boolean | null>>

/** `value` is everything for bars and what is finished for lines; `tail` is what leads into an unfinished bucket. */
function dataOf(figure: TimeSeriesFigure): Datum[] {
  return figure.rows.map((row, rowIndex) => {
    const datum: Record<string, string | number | boolean | null> = {
      key: row.key,
      unfinished: row.unfinished ?? false,
    }
    const leadsIntoTail = row.unfinished === true || figure.rows[rowIndex + 1]?.unfinished === true
    figure.columns.forEach((column, index) => {
      const value = row.cells[index]?.value ?? null
      const isOpenLine = figure.mark === 'line' && column.look !== 'earlier' && row.unfinished === true
      datum[`value${index}`] = isOpenLine ? null : value
      datum[`tail${index}`] = leadsIntoTail ? value : null
    })
    return datum
  })
}

function lines(
  column: FigureColumn,
  index: number,
  figure: TimeSeriesFigure,
  open: (rowKey: string, column: number) => void,
) {
  const isEarlier = column.look === 'earlier'
  const shared = {
    type: 'linear' as const,
    stroke: lookColour(column.look),
    isAnimationActive: false,
    connectNulls: false,
    activeDot: isEarlier
      ? false
      : {
          r: 4,
          cursor: 'pointer',
          onClick: (_: unknown, event: unknown) => {
            const { payload } = event as { payload?: { key?: string } }
            if (payload?.key !== undefined) open(payload.key, index)
          },
        },
  }
  const main = (
    <Line
      {...shared}
      key={column.key}
      dataKey={`value${index}`}
      strokeWidth={isEarlier ? 1.2 : 1.8}
      strokeDasharray={isEarlier ? '4 3' : undefined}
      dot={!isEarlier && figure.rows.length < 32 ? { r: 2 } : false}
    />
  )
  if (isEarlier) return [main]
  return [
    main,
    <Line
      {...shared}
      key={`${column.key}-tail`}
      dataKey={`tail${index}`}
      strokeWidth={1.4}
      strokeDasharray="2 3"
      dot={false}
    />,
  ]
}

interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly payload: { readonly key: string; readonly unfinished: boolean }
}

function BarShape(
  props: Rectangle & {
    readonly id: string
    readonly column: FigureColumn
    readonly onOpen: (rowKey: string) => void
  },
) {
  if (!(props.height > 0)) return null
  return (
    <rect
      x={props.x}
      y={props.y}
      width={props.width}
      height={props.height}
      fill={lookFill(props.id, props.column.look, props.payload.unfinished)}
      stroke={lookColour(props.column.look)}
      strokeWidth={props.payload.unfinished ? 1 : 0.5}
      cursor="pointer"
      onClick={() => props.onOpen(props.payload.key)}
    />
  )
}
