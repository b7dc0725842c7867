// Words of a sentence that name a metric, and the metric names that satisfy them.
const metricWords: readonly (readonly [word: RegExp, metric: RegExp])[] = [
  [/\bclos(?:e|ed|es|ing)\b/i, /close|last|price/i],
  [/\bopen(?:s|ed|ing)?\b/i, /open/i],
  [/\bvolume\b/i, /volume|obv|turnover/i],
  [/\b(?:revenues?|sales)\b/i, /revenue|sales/i],
  [
    /\b(?:net income|net profit|earnings)\b(?! (?:call|release|report|date|season|per share))/i,
    /net.?income|eps|earnings/i,
  ],
  [/\b(?:EPS|earnings per share)\b/i, /eps/i],
  [/\bgross margin\b/i, /gross/i],
  [/\boperating margin\b/i, /operating/i],
  [/\b(?:market cap(?:italisation|italization)?)\b/i, /market.?cap/i],
  [/\bdividends?\b/i, /dividend/i],
  [/\b(?:debt|leverage)\b/i, /debt|leverage/i],
  [/\bfree cash flow\b/i, /free.?cash|fcf/i],
]

const indicatorWord =
  /\b(?:RSI|MACD|SMA|EMA|WMA|ATR|ADX|CCI|MFI|OBV|VWAP|STOCH|ROC|SAR|AROON|BBANDS|NATR|CMO|PPO|TRIX)\b/g

/** The first metric that a sentence names without pointing at it. */
export function findForeignMetric(text: string, metrics: readonly string[]): string | undefined {
  for (const [word, metric] of metricWords) {
    const found = word.exec(text)
    if (found && !metrics.some((name) => metric.test(name))) return `"${found[0]}"`
  }
  for (const [name] of text.matchAll(indicatorWord)) {
    if (!metrics.some((metric) => metric.toUpperCase().includes(name))) return name
  }
  return undefined
}
