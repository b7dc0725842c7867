import { events, joining, publications, subjects } from './ordinaryWords.ts'

/** Words of a longer name than this are a sentence. */
const mostWords = 6
const ends = /(?:['’]s|(?<!s)s|ed|ing|es|e)$/

/** Letters, digits, and what stands within a word: `Barron's`, `investing.com`, `S&P`, `@desk`. */
export function partsOf(text: string): string[] {
  return text.match(/[$€£¥@#]?[\p{L}\p{N}][\p{L}\p{M}\p{N}_]*(?:['’.&+/-][\p{L}\p{N}_]+)*%?/gu) ?? []
}

/** Whether capitals tell names: not in A Title in Capitals, nor where ALL or none are. */
export function tellsNames(text: string): boolean {
  const letters = text.match(/\p{L}{3,}/gu) ?? []
  const lower = letters.filter((word) => /^\p{Ll}/u.test(word)).length
  return lower > 0 && lower < letters.length && lower * 4 >= letters.length
}

/**
 * Whether a part of a headline can be the name of whoever published it, a section or a label: a few words, in capitals where
 * capitals tell, and nothing that happens to somebody. "Publisher17", "The North Pell Bulletin", "brask.com" and
 * "@desk" can; "shares fall 8%", "Chief Quits" and "Acme, Halden, Tarn" cannot.
 */
export function isName(text: string, capitalsTell: boolean): boolean {
  if (/^[$#]\p{L}[\p{L}\p{N}._]*$/u.test(text)) return true
  if (/[,;?!%$€£¥]/.test(text)) return false
  const parts = partsOf(text)
  if (parts.length === 0 || parts.length > mostWords) return false
  if (parts.length === 1 && isAddress(parts[0] ?? '')) return true
  if (parts.every((part) => /^\d/.test(part))) return false
  const last = parts.at(-1)?.toLowerCase() ?? ''
  let known = 0
  let publishes = false
  for (const [index, part] of parts.entries()) {
    const lower = part.toLowerCase()
    if (capitalsTell && /^\p{Ll}/u.test(part) && !isAddress(part) && !(index > 0 && joining.has(lower)))
      return false
    if (publications.has(lower) || isAddress(part)) publishes = true
    // "Seeking Alpha" is a name; of "Drop Site News" the last word tells.
    else if (isEvent(lower) && (events.has(lower) || !lower.endsWith('ing')) && !publications.has(last))
      return false
    else if (subjects.has(lower) && !joining.has(lower)) known++
  }
  // "Shares" and "Third Quarter Results" are what is told of; "Stock News" is a publisher.
  return publishes || known * 2 < parts.length
}

/** A domain, an account or a channel. */
function isAddress(part: string): boolean {
  return (
    /^@|^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}$/u.test(part) && !/^(?:\p{L}\.)+\p{L}?$/u.test(part)
  )
}

/** Whether something happens in these words: "Acme cuts dividend" does tell, "Acme third quarter results" does not. */
export function tells(text: string): boolean {
  const [, ...rest] = partsOf(text.toLowerCase())
  return rest.some((part) => !subjects.has(part) && (isEvent(part) || isVerb(part)))
}

/** A heading of nothing but the words of forms: "Transaction in own shares", "Form 4". It names no one. */
export function isForm(text: string): boolean {
  return partsOf(text)
    .flatMap((part) => part.toLowerCase().split('-'))
    .every((part) => /^\d|^\p{L}$/u.test(part) || subjects.has(part) || isEvent(part))
}

/** No word ends so without an "e" behind it: "hir" and "retirs" are mistyped, "hire" and "retired" are not. */
const unfinished = /(?:[vcu]|..[aiou]s|[lrd]g|[bptd]l|[iu]r|[^aeiou][aiu]k)s?$/

export function isEvent(word: string): boolean {
  if (unfinished.test(word)) return false
  return events.has(word) || events.has(word.replace(ends, '')) || events.has(word.replace(/ie[sd]$/, 'y'))
}

/** A verb by its shape, where no noun of markets has it too. */
function isVerb(word: string): boolean {
  return /(?:[^s'’]s|[^e]ed)$/.test(word) && !publications.has(word)
}
