import type { Quote } from '../../market/index.ts'
import { barsBetween, lastTrade } from './bars.ts'
import type { Simulation } from './simulation.ts'

/** The state of an instrument at an instant. */
export function quoteAt(simulation: Simulation, now: number): Quote {
  const { listing, sessions } = simulation
  const { instrument } = listing
  const trade = lastTrade(simulation, now)
  const session = sessions.session(trade.day)
  const isOpen = session !== null && now < session.open + session.minutes * 60_000
  const open = session?.open ?? now
  const today = barsBetween(simulation, {
    interval: '1d',
    start: open - 86_400_000 + 1,
    end: open + 1,
    now,
    adjustment: 'raw',
  }).at(-1)
  let before = trade.day - 1
  while (!sessions.session(before)) before--
  const ratio = simulation.splits.find((split) => split.day === trade.day)?.ratio ?? 1
  const previousClose = simulation.close(before) / ratio
  const tick = 10 ** -listing.decimals
  const half = Math.max(tick, simulation.roundPrice(trade.price * 0.00008))
  const place = Math.floor(now / 1000)
  const size = (salt: number) => Math.ceil(simulation.noise.uniform(place, salt) * 12) * simulation.unit
  return {
    instrument,
    name: listing.name,
    last: trade.price,
    time: trade.time,
    bid: isOpen ? simulation.roundPrice(trade.price - half) : null,
    bidSize: isOpen ? size(71) : null,
    ask: isOpen ? simulation.roundPrice(trade.price + half) : null,
    askSize: isOpen ? size(72) : null,
    open: today?.open ?? null,
    high: today?.high ?? null,
    low: today?.low ?? null,
    previousClose,
    change: trade.price - previousClose,
    changePercent: (trade.price / previousClose - 1) * 100,
    volume: today?.volume ?? null,
    currency: 'quote' in instrument ? instrument.quote : 'USD',
    priceScale: 1,
    marketState: isOpen ? 'open' : 'closed',
    source: { provider: 'synthetic', fetchedAt: now, delayedMs: 0, attempts: [] },
    simulated: true,
  }
}
