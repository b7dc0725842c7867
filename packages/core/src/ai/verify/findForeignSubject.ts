// Capitals that are words of the trade and not tickers.
const abbreviations = new Set(
  (
    'AI CEO CFO COO CTO CPI GDP PPI PMI ISM FOMC FED ECB BOE BOJ SEC DOJ FTC FDA EU US USA UK UN IMF OPEC IPO ETF ETFS REIT ' +
    'EPS PE PEG ROE ROA ROI ROIC EBIT EBITDA FCF DCF WACC CAGR YOY QOQ MOM TTM NAV AUM GAAP IFRS MA VWAP OHLC ATH ATL UTC ' +
    'USD EUR GBP JPY CHF CAD AUD CNY HKD NYSE NASDAQ LSE OTC ADR ESG API IT TV PC EV SUV OK VIX'
  ).split(' '),
)

/**
 * The first mention of an instrument that the sentence's slots do not point at.
 *
 * @param own - Symbols and names of the sentence's own subjects.
 * @param others - Symbols and names of the other subjects in the evidence.
 * @param metrics - Metric names that may stand in capitals (`RSI`, `MACD`).
 */
export function findForeignSubject(
  text: string,
  own: readonly string[],
  others: readonly string[],
  metrics: () => readonly string[],
): string | undefined {
  let rest = ` ${text} `
  for (const name of [...own].sort((a, b) => b.length - a.length)) rest = rest.split(name).join('\u0001')
  for (const name of others) {
    if (
      name !== '' &&
      rest.includes(name) &&
      new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(name)}(?![\\p{L}\\p{N}])`, 'u').test(rest)
    )
      return name
  }
  let known: ReadonlySet<string> | undefined
  for (const [token] of rest.matchAll(/\$[A-Za-z][A-Za-z.]{0,6}|\b[A-Z]{2,6}(?:\.[A-Z])?\b/g)) {
    if (token.startsWith('$')) return token
    if (abbreviations.has(token)) continue
    known ??= new Set(metrics().flatMap((metric) => metric.toUpperCase().match(/[A-Z]+/g) ?? []))
    if (!known.has(token)) return token
  }
  return undefined
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
