import type { NewsItem } from '../../market/index.ts'
import type { NewsQuery } from '../../provider/index.ts'
import type { Simulation } from './simulation.ts'

const up = [
  'rises after strong quarter',
  'climbs as demand beats forecasts',
  'gains on raised outlook',
  'advances in heavy trading',
]
const down = [
  'falls after weak quarter',
  'slips as demand misses forecasts',
  'drops on lowered outlook',
  'declines in heavy trading',
]
const flat = [
  'little changed ahead of results',
  'holds steady in quiet trading',
  'trades sideways as investors wait',
]

/** Made-up headlines that agree with the made-up prices of their day, newest first. Each says that it is simulated. */
export function newsOf(
  simulations: readonly Simulation[],
  { start, end, limit, text, now }: NewsQuery,
): NewsItem[] {
  const to = Math.min(end ?? now, now)
  const from = start ?? to - 7 * 86_400_000
  const items = simulations.flatMap((simulation) => {
    const { sessions } = simulation
    const days: NewsItem[] = []
    for (let day = sessions.dayAt(to); day >= sessions.dayAt(from) - 1 && days.length < limit; day--) {
      const item = headline(simulation, day)
      if (item && item.time >= from && item.time <= to && matches(item, text)) days.push(item)
    }
    return days
  })
  return items.sort((a, b) => b.time - a.time || (a.id < b.id ? -1 : 1)).slice(0, limit)
}

function headline(simulation: Simulation, day: number): NewsItem | undefined {
  const { sessions, noise, listing } = simulation
  const session = sessions.session(day)
  const move = simulation.close(day) / simulation.close(day - 1) - 1
  const isLoud = Math.abs(move) > listing.volatility
  if (!session || (!isLoud && noise.uniform(day, 61) > 0.15)) return undefined
  const phrases = !isLoud ? flat : move > 0 ? up : down
  const phrase = phrases[Math.floor(noise.uniform(day, 62) * phrases.length)] ?? ''
  const { symbol } = listing.instrument
  // After the close: a headline must not tell what its day still has to bring.
  const time = session.open + (session.minutes + 5 + Math.floor(noise.uniform(day, 63) * 50)) * 60_000
  const date = new Date(sessions.dateOf(day)).toISOString().slice(0, 10)
  return {
    id: `synthetic-${symbol}-${date}`,
    time,
    title: `[Simulated] ${listing.name} ${phrase}`,
    summary: `Made-up news for a simulated market. ${symbol} moved ${(move * 100).toFixed(1)} % on ${date}.`,
    url: `https://synthetic.invalid/news/${encodeURIComponent(symbol)}/${date}`,
    source: 'Synthetic market',
    author: null,
    imageUrl: null,
    instruments: [listing.instrument],
    language: 'en',
    truncated: false,
    provider: 'synthetic',
    simulated: true,
  }
}

function matches(item: NewsItem, text: string | undefined): boolean {
  return text === undefined || `${item.title} ${item.summary}`.toLowerCase().includes(text.toLowerCase())
}
