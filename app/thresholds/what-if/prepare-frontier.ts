import type { Advice } from '@/server/what-if/what-if.ts'

interface Dot {
  readonly share: number
  readonly caught: number
}

/** The lines of a frontier by the share of questions, and how far the axes reach. Catches of the part fitted are scaled to the size of the part judged. */
export function prepareFrontier(points: Advice['points']) {
  const scaleOf = ({ fit, judge }: Advice['points'][number]) => {
    const fitTotal = fit.share ? fit.asked / fit.share : 0
    const judgeTotal = judge.share ? judge.asked / judge.share : 0
    return fitTotal === 0 ? 0 : judgeTotal / fitTotal
  }
  const scale = Math.max(0, ...points.map(scaleOf))
  const lines: { key: 'judge' | 'fit' | 'amountAlone'; dots: Dot[] }[] = [
    { key: 'judge', dots: points.map(({ judge }) => ({ share: judge.share ?? 0, caught: judge.caught })) },
    { key: 'fit', dots: points.map(({ fit }) => ({ share: fit.share ?? 0, caught: fit.caught * scale })) },
    {
      key: 'amountAlone',
      dots: points.map(({ amountAlone }) => ({ share: amountAlone.share ?? 0, caught: amountAlone.caught })),
    },
  ]
  const dots = lines.flatMap((line) => line.dots)
  return {
    lines,
    mostShare: Math.max(1e-6, ...dots.map(({ share }) => share)),
    mostCaught: Math.max(1, ...dots.map(({ caught }) => caught)),
  }
}
