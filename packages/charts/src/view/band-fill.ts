import type {
  IPrimitivePaneRenderer,
  IPrimitivePaneView,
  ISeriesApi,
  ISeriesPrimitive,
  SeriesAttachedParameter,
  SeriesType,
  Time,
} from 'lightweight-charts'

type Target = Parameters<IPrimitivePaneRenderer['draw']>[0]

/** Fills the area between two lines of one pane; attach it to the upper one. */
export class BandFill implements ISeriesPrimitive<Time> {
  readonly #lower: ISeriesApi<SeriesType>
  readonly #view: IPrimitivePaneView
  #attached: SeriesAttachedParameter<Time> | undefined
  color: string

  constructor(lower: ISeriesApi<SeriesType>, color: string) {
    this.#lower = lower
    this.color = color
    this.#view = {
      zOrder: () => 'bottom',
      renderer: () => ({ draw: (target) => this.#draw(target) }),
    }
  }

  attached(parameters: SeriesAttachedParameter<Time>): void {
    this.#attached = parameters
  }

  detached(): void {
    this.#attached = undefined
  }

  paneViews(): readonly IPrimitivePaneView[] {
    return [this.#view]
  }

  #draw(target: Target): void {
    const attached = this.#attached
    const range = attached?.chart.timeScale().getVisibleLogicalRange()
    if (!attached || !range) return
    const from = Math.max(0, Math.floor(range.from) - 1)
    const to = Math.ceil(range.to) + 1
    const upper: [x: number, y: number][] = []
    const lower: [x: number, y: number][] = []
    for (let index = from; index <= to; index++) {
      const top = attached.series.dataByIndex(index)
      const bottom = this.#lower.dataByIndex(index)
      const x = attached.chart.timeScale().logicalToCoordinate(asLogical(index))
      if (x === null || !top || !bottom || !('value' in top) || !('value' in bottom)) continue
      const yTop = attached.series.priceToCoordinate(top.value)
      const yBottom = this.#lower.priceToCoordinate(bottom.value)
      if (yTop === null || yBottom === null) continue
      upper.push([x, yTop])
      lower.push([x, yBottom])
    }
    if (upper.length < 2) return
    // biome-ignore lint/correctness/useHookAtTopLevel: not a hook, only called like one
    target.useMediaCoordinateSpace(({ context }) => {
      context.beginPath()
      for (const [x, y] of upper) context.lineTo(x, y)
      for (const [x, y] of lower.reverse()) context.lineTo(x, y)
      context.closePath()
      context.fillStyle = this.color
      context.fill()
    })
  }
}

type Logical = Parameters<
  ReturnType<SeriesAttachedParameter<Time>['chart']['timeScale']>['logicalToCoordinate']
>[0]

// `Logical` is a branded number without a constructor: the library's own examples cast too.
function asLogical(index: number): Logical {
  return index as Logical
}
