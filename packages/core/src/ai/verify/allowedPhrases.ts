const bars = 'day bar period week hour minute month session'.split(' ')

/**
 * Phrases with digits that a sentence about these metrics may use: the metric's own spelling and its periods.
 *
 * @example
 * allowedPhrases('SMA(50)').includes('50-day') // true
 */
export function allowedPhrases(metric: string): string[] {
  const phrases = [metric]
  for (const [, inner = ''] of metric.matchAll(/\(([\d,. ]+)\)/g)) {
    for (const period of inner.split(/[,\s]+/).filter((text) => /^\d{1,4}$/.test(text))) {
      for (const bar of bars) phrases.push(`${period}-${bar}`)
    }
  }
  // `high52Week` and `weekHigh52` are spoken of as `52-week`.
  for (const [, before, unit = '', after] of metric.matchAll(/(\d{1,3})?(week|day|month)(\d{1,3})?/gi))
    phrases.push(`${before ?? after}-${unit.toLowerCase()}`)
  return phrases
}
