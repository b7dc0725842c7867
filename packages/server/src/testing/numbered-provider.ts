import {
  BarSeries,
  defineProvider,
  NoDataError,
  parseInstrument,
  type StreamCodec,
  type StreamTopic,
  sourceOf,
  Wire,
} from '@starkmatter/core'

/** The provider of a {@link startNumberedVenue}. Its connection says under which name it is made. */
export function numberedProvider(venueUrl: string, name: string) {
  return defineProvider({
    id: 'numbered',
    title: 'Numbered venue',
    delayedMs: 0,
    symbols: { toProvider: ({ symbol }) => symbol, fromProvider: (symbol) => parseInstrument(symbol) },
    stream: {
      kind: 'socket',
      url: `${venueUrl.replace('http', 'ws')}/stream?name=${name}`,
      silenceMs: 10_000,
      codec,
    },
    watchBars: { assets: ['equity'], intervals: ['1s'], via: 'stream' },
    getBars: {
      assets: ['equity'],
      intervals: ['1s'],
      adjustments: ['raw'],
      request: ({ start }) => ({ url: `${venueUrl}/bars?start=${start}` }),
      parse(response, query) {
        const bars = new Wire('numbered', response.json('numbered')).items().map(readBar)
        if (bars.length === 0) throw new NoDataError('Nothing yet.', { provider: 'numbered' })
        const close = Float64Array.from(bars, (bar) => bar.close)
        return new BarSeries(
          {
            instrument: query.instrument,
            interval: query.interval,
            timeZone: 'UTC',
            currency: 'USD',
            priceScale: 1,
            adjustment: 'raw',
            source: sourceOf('numbered', query, 0),
            gaps: [],
            issues: [],
            simulated: true,
            forming: false,
          },
          {
            ...{ time: Float64Array.from(bars, ({ time }) => time), open: close, high: close, low: close },
            ...{ close, volume: close.map(() => Number.NaN) },
          },
        )
      },
    },
  })
}

function codec(): StreamCodec {
  const topics = new Map<string, StreamTopic>()
  return {
    open: () => ({}),
    subscribe(added) {
      for (const topic of added) topics.set(topic.key, topic)
      return { send: ['subscribe'] }
    },
    unsubscribe(removed) {
      for (const { key } of removed) topics.delete(key)
      return { send: ['unsubscribe'] }
    },
    receive(frame) {
      const message = new Wire('numbered', JSON.parse(String(frame)))
      if (message.at('hello').value === true) return { ready: true }
      const bar = readBar(message)
      return { events: [...topics.keys()].map((topic) => ({ type: 'bar' as const, topic, bar })) }
    },
  }
}

function readBar(bar: Wire) {
  const close = bar.at('close').number()
  const closed = bar.at('closed').value === true
  return { time: bar.at('time').number(), open: close, high: close, low: close, close, volume: null, closed }
}
