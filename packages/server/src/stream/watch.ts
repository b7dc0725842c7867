import { parseInstrument, type StarkMatterError, type StreamStatus } from '@starkmatter/core'
import { findImported } from '../bars/imported-bars.ts'
import type { BarsContext } from '../bars/read-bars.ts'
import { actionOf } from '../gateway/client.ts'
import { importedQuote } from '../quotes/read-quotes.ts'
import type { LastHeard, StatusNotice } from './notices.ts'
import type { Topic, TopicBody } from './protocol.ts'

export type Outlet = {
  tell(notice: StatusNotice): void
  publish(body: TopicBody): void
  end(error: StarkMatterError): void
}

/**
 * Opens the one upstream of a topic. Imported instruments have none: their data stand still.
 *
 * @param last - Where an earlier watcher ended: bars go on from there, without a gap and without telling a closed one again.
 * @throws {StarkMatterError} nobody streams this
 */
export async function watch(
  context: BarsContext,
  topic: Topic,
  last: LastHeard | undefined,
  outlet: Outlet,
): Promise<() => void> {
  const { client, store, clock } = context
  const instrument = parseInstrument(topic.symbol)
  const [imported] = await findImported(store, instrument)
  if (imported) {
    const status = {
      state: 'closed',
      provider: imported.provider,
      simulated: false,
      delayedMs: null,
    } as const
    outlet.tell({ type: 'status', topic: topic.id, ...status, reason: 'Imported data do not move.' })
    const quote = topic.channel === 'quotes' && (await importedQuote(store, instrument, clock))
    if (quote) outlet.publish({ type: 'quote', quote: { ...quote, instrument: quote.instrument.id } })
    return () => {}
  }

  const tellStatus = ({ state, provider, simulated, delayedMs, error }: StreamStatus) => {
    // Before a provider is chosen there is nothing to say, least of all that the data are real.
    if (provider === null) return
    const reason = error && { reason: error.message }
    outlet.tell({ type: 'status', topic: topic.id, state, provider, simulated, delayedMs, ...reason })
  }
  if (topic.channel === 'bars') {
    const { symbol, interval } = topic
    const end = last?.type === 'bar' ? last.bar : undefined
    const subscription = actionOf(client, 'watchBars')({ symbol, interval, since: end?.time })
    subscription.on('data', ({ instrument: _instrument, ...bar }) => {
      const isTold = end && (bar.time < end.time || (bar.time === end.time && end.closed))
      if (!isTold) outlet.publish({ type: 'bar', bar })
    })
    subscription.on('status', tellStatus)
    subscription.on('gap', (gap) => outlet.publish({ type: 'gap', ...gap }))
    subscription.on('error', outlet.end)
    tellStatus(subscription.status)
    return () => subscription.close()
  }
  if (last?.type === 'quote') {
    const reason = 'Another watcher took the feed over: quotes in between were not heard.'
    outlet.publish({ type: 'gap', from: last.quote.time, to: null, reason })
  }
  const subscription = actionOf(client, 'watchQuotes')({ symbols: [topic.symbol] })
  subscription.on('data', (quote) =>
    outlet.publish({ type: 'quote', quote: { ...quote, instrument: quote.instrument.id } }),
  )
  subscription.on('status', tellStatus)
  subscription.on('gap', (gap) => outlet.publish({ type: 'gap', ...gap }))
  subscription.on('error', outlet.end)
  tellStatus(subscription.status)
  return () => subscription.close()
}
