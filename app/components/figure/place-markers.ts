import type { PreparedFigure } from '@/app/charts/figure-data.ts'
import type { Marker } from './marker.ts'
import type { TimedMarker } from './markers-context.tsx'

/** The markers of a figure over time, each in its bucket; none for other figures. */
export function placeMarkers(figure: PreparedFigure, markers: readonly TimedMarker[]): readonly Marker[] {
  if (figure.kind !== 'timeSeries') return []
  return markers.flatMap((marker) => {
    const row = figure.rows.find(
      ({ span }) => span !== undefined && marker.at >= span.from && marker.at < span.to,
    )
    return row === undefined ? [] : [{ ...marker, rowKey: row.key }]
  })
}
