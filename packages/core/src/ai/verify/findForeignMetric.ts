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
  ['gross margin', 'gross'],
  ['operating margin', 'operating'],
  ['market cap(?:itali[sz]ation)?', 'market.?cap'],
  ['dividends?', 'dividend'],
  ['(?:debt|leverage)', 'debt|leverage'],
  ['free cash flow', 'free.?cash|fcf'],
].map(([word, metric = '']) => [new RegExp(`\\b${word}\\b`, 'i'), new RegExp(metric, 'i')])

/** The first metric that a sentence names without pointing at it. */
export function findForeignMetric(text: string, metrics: readonly string[]): string | undefined {
  for (const [word, metric] of metricWords) {
    const found = word.exec(text)
    if (found && !metrics.some((name) => metric.test(name))) return `"${found[0]}"`
  }
  return undefined
}
