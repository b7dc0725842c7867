import { indexOfWhole } from './indexOfWhole.ts'

// Capitals that are words of the trade and not tickers.
const abbreviations =
  /^(?:USD|EUR|GBP|JPY|CHF|AI|CEO|CFO|CPI|GDP|PMI|ECB|SEC|FDA|EU|US|UK|IPO|ETF|EPS|PE|ROE|EBIT|EBITDA|GAAP|MA|UTC|NYSE|NASDAQ|VIX)$/

/**
 * The first mention of an instrument, or of an indicator, that the sentence's slots do not point at.
 *
 * @param own - Symbols and names of the sentence's own subjects.
 * @param all - Those of everything that there is evidence about.
 * @param metrics - The sentence's own metrics.
 */
export function findForeignSubject(
  text: string,
  own: readonly string[],
  all: Iterable<readonly string[]>,
  metrics: readonly string[],
): string | undefined {
  let rest = ` ${text} `
  for (const name of [...own].sort((a, b) => b.length - a.length)) rest = rest.split(name).join('\u0001')
  for (const names of all) {
    for (const name of names) {
      if (name !== '' && rest.includes(name) && !own.includes(name) && indexOfWhole(rest, name, 0) >= 0)
        return name
    }
  }
  for (const [token] of rest.matchAll(/\b[A-Z]{2,6}(?:\.[A-Z])?\b/g)) {
    if (!abbreviations.test(token) && !metrics.some((metric) => metric.toUpperCase().includes(token)))
      return token
  }
  return undefined
}
