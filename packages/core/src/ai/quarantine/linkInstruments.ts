import { type Instrument, parseInstrument } from '../../market/index.ts'
import { mentioned } from '../../provider/news/mentions.ts'

/** An instrument that articles may be about, and how they call it. */
export type KnownInstrument = { id: string; names: readonly string[] }

/**
 * Those of the known instruments that an article is about: tagged so by its provider, or called by symbol or name in the
 * text. Nothing else is: a model cannot add one.
 */
export function linkInstruments(
  text: string,
  tagged: readonly Instrument[],
  known: readonly KnownInstrument[],
): KnownInstrument[] {
  return known.filter(({ id, names }) => {
    const instrument = parseInstrument(id)
    return (
      tagged.some((tag) => isSame(tag, instrument)) ||
      mentioned(text, [instrument]).length > 0 ||
      names.some((name) => holdsName(text, name))
    )
  })
}

/** Providers may leave the venue out, or add it. */
function isSame(left: Instrument, right: Instrument): boolean {
  if (left.assetClass !== right.assetClass || left.symbol !== right.symbol) return false
  return left.venue === undefined || right.venue === undefined || left.venue === right.venue
}

function holdsName(text: string, name: string): boolean {
  if (name.length < 3) return false
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(text)
}
