export type SkeletonProps = {
  /** CSS length. @default the parent's width */
  width?: string | undefined
  /** CSS length. @default one line */
  height?: string | undefined
}

/** A bar where text will be. */
export function Skeleton({ width = '100%', height = '1em' }: SkeletonProps) {
  return <span className="sm-skeleton" style={{ width, height }} aria-hidden="true" />
}

// Heights of a made-up candle chart, in percent: a fixed picture, so that nothing jumps while it waits.
const heights = [
  38, 46, 41, 52, 58, 49, 55, 63, 60, 70, 66, 58, 64, 72, 68, 76, 71, 62, 67, 74, 80, 73, 69, 78,
]

/** The shape of a candle chart while its bars are on their way. */
export function ChartSkeleton({ label }: { label: string }) {
  return (
    <div className="sm-chart-skeleton" role="status">
      <span className="sm-visually-hidden">Loading {label}</span>
      {heights.map((height, index) => {
        const style = { height: `${height / 4}%`, marginBottom: `${height * 2}px` }
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed picture
        return <span key={index} style={style} aria-hidden="true" />
      })}
    </div>
  )
}
