'use client'

import { ResponsiveContainer, Sankey, Tooltip } from 'recharts'

/** How many flows a drawing can show; the table has all of them. */
const flowLimit = 24
const height = 420

/**
 * The largest transfers as flows from the sending desks (left) to the receiving ones (right): each desk stands on both sides,
 * so that there and back are two flows and no circle. The table beside it holds the same cells as links.
 */
export function TransferSankey(props: {
  readonly transfers: readonly {
    readonly fromDesk: string
    readonly toDesk: string
    readonly handoffs: number
  }[]
  readonly deskName: (desk: string) => string
  readonly label: string
}) {
  const shown = props.transfers.slice(0, flowLimit)
  const senders = [...new Set(shown.map(({ fromDesk }) => fromDesk))]
  const receivers = [...new Set(shown.map(({ toDesk }) => toDesk))]
  const nodes = [...senders, ...receivers].map((desk) => ({ name: props.deskName(desk) }))
  const links = shown.map(({ fromDesk, toDesk, handoffs }) => ({
    source: senders.indexOf(fromDesk),
    target: senders.length + receivers.indexOf(toDesk),
    value: handoffs,
  }))
  return (
    <div role="img" aria-label={props.label}>
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 640, height }}>
        <Sankey
          data={{ nodes, links }}
          nodePadding={14}
          nodeWidth={8}
          margin={{ left: 8, right: 190, top: 8, bottom: 8 }}
          link={{ stroke: 'var(--wa-series-0)', strokeOpacity: 0.3 }}
          node={<SankeyDesk />}
        >
          <Tooltip />
        </Sankey>
      </ResponsiveContainer>
    </div>
  )
}

function SankeyDesk(props: {
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly payload?: { readonly name?: string; readonly value?: number }
}) {
  const { x = 0, y = 0, width = 0, height: tall = 0, payload } = props
  return (
    <g>
      <rect x={x} y={y} width={width} height={Math.max(1, tall)} fill="var(--wa-series-0)" />
      <text
        x={x + width + 6}
        y={y + tall / 2}
        dominantBaseline="middle"
        fontSize={12}
        fill="var(--mantine-color-text)"
      >
        {payload?.name} ({payload?.value})
      </text>
    </g>
  )
}
