import { formatDecimal } from '@starkmatter/charts/format'
import type { PaperPerformance } from './paper-schemas.ts'

const width = 300
const height = 72

/** The account's worth over time, against the cash that it began with. */
export function EquityCurve({ performance, currency }: { performance: PaperPerformance; currency: string }) {
  const points = [...performance.curve.map(([time, equity]) => [time, Number(equity)] as const)]
  const now = Number(performance.equity)
  points.push([Math.max(Date.now(), points.at(-1)?.[0] ?? 0), now])
  const start = Number(performance.startingCash)
  const values = [start, ...points.map(([, equity]) => equity)]
  const low = Math.min(...values)
  const high = Math.max(...values)
  const [first = 0] = points[0] ?? []
  const [last = 0] = points.at(-1) ?? []
  const x = (time: number) => ((time - first) / Math.max(1, last - first)) * width
  const y = (equity: number) => height - ((equity - low) / Math.max(1e-9, high - low)) * height
  const direction = now >= start ? 'up' : 'down'
  return (
    <figure className="px-4 pb-2">
      <svg
        className={`block h-18 w-full overflow-visible sm-${direction}`}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`Equity from ${formatDecimal(start, 2)} to ${formatDecimal(now, 2)} ${currency}, lowest ${formatDecimal(low, 2)}, highest ${formatDecimal(high, 2)}`}
      >
        <line
          x1="0"
          x2={width}
          y1={y(start)}
          y2={y(start)}
          stroke="var(--sm-border-strong)"
          strokeDasharray="2 4"
          vectorEffect="non-scaling-stroke"
        />
        <polyline
          points={points.map(([time, equity]) => `${x(time).toFixed(1)},${y(equity).toFixed(1)}`).join(' ')}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <figcaption className="flex justify-between pt-1 text-[11px] text-faint">
        <span>{new Date(first).toLocaleDateString(undefined, { month: 'short', day: 'numeric' })}</span>
        <span>
          {formatDecimal(low, 0)} – {formatDecimal(high, 0)} {currency}
        </span>
        <span>now</span>
      </figcaption>
    </figure>
  )
}
