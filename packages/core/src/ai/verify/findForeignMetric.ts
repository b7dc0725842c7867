import type { EvidenceMetric } from '../evidence/evidence.ts'
import { indexOfWhole } from './indexOfWhole.ts'

// Words of a sentence that name a metric, and the metric names that satisfy them.
const metricWords: readonly (readonly [word: RegExp, metric: RegExp])[] = [
  ['clos(?:e[ds]?|ing)', 'close|last|price'],
  ['open(?:s|ed|ing)?', 'open'],
  ['volume', 'volume|obv|turnover'],
  ['(?:revenues?|sales)', 'revenue|sales'],
  [
    '(?:net income|net profit|earnings(?! per share))(?! (?:call|release|report|date|season))',
    'net.?income|eps|earnings',
  ],
  ['(?:EPS|earnings per share)', 'eps'],
  ['margin', 'margin'],
  ['market cap(?:itali[sz]ation)?', 'market.?cap'],
  ['dividends?', 'dividend'],
  ['(?:debt|leverage)', 'debt|leverage'],
  ['free cash flow', 'free.?cash|fcf'],
].map(([word, metric = '']) => [new RegExp(`\\b${word}\\b`, 'i'), new RegExp(metric, 'i')])

/**
 * The first metric that a sentence names without pointing at it: by a word of the trade, or by the name of another column of the
 * same evidence.
 *
 * @param own - The metrics that it points at, with what is done with them (`close max`).
 * @param others - All that the evidence has which it points at.
 */
export function findForeignMetric(
  text: string,
  own: readonly string[],
  others: readonly EvidenceMetric[],
): string | undefined {
  for (const [word, metric] of metricWords) {
    const found = word.exec(text)
    if (found && !own.some((name) => metric.test(name))) return `"${found[0]}"`
  }
  const lower = text.toLowerCase()
  return others.find(({ name }) => {
    // `netIncome` is spoken of as net income; the highest close of a window is its high.
    const words = name.replace(/[A-Z]/g, ' $&').toLowerCase()
    const reduced = name === 'high' ? 'max' : name === 'low' ? 'min' : name
    return (
      name !== 'last' &&
      indexOfWhole(lower, words, 0) >= 0 &&
      !own.some((one) => one.includes(name) || one.endsWith(reduced))
    )
  })?.name
}
