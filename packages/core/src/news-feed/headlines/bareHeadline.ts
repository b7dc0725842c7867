import { trimmed, unquoted } from './edges.ts'
import { hearsay } from './hearsay.ts'
import { isForm, isName, partsOf, tells, tellsNames } from './nameOrClause.ts'

export type BareHeadlineOptions = {
  /** Who published it: never a part of what happened. */
  source: string
  /**
   * It is known whom the headline is about, so that "Dividend cut | Acme" may lose what is behind the bar; of a form's
   * heading ("Transaction in own shares | Acme") all is needed otherwise.
   */
  isAboutKnown: boolean
}

/** What is read of a headline. */
const longest = 400
const link =
  /\s?\b(?:(?:https?:\/\/|www\.)[^\s|]*[^\s|,;:.)!?]|(?<![@.\w-])(?:[a-z\d-]{1,40}\.){1,4}[a-z]{2,12}\/[^\s|]*[^\s|,;:.)!?])/gi
/** Where a headline is put together: a dash, a bar, a dot or a colon, with a blank beside it. */
const seams =
  /(:)\s+|\s+(?:[-‒–—―]{1,3}(?![\d.]*\d[%\s])|[|·•»›~>/]+|::|\/\/)\s*|\s*[|•»―]+\s*|;\s+|\s*[-‒–—]{1,2}\s+|(?<=\p{L}\p{L})—(?=\p{L})|(?<=\p{Ll}{2}):(?=\p{Lu}\p{Ll})/gu
/** A number by which a desk knows what it sends. */
const coded = /^\p{Lu}{2,}(?: \d{1,4})?$|^\p{L}{0,6}[ -]?\d{4,}$/u
/**
 * What a headline says, without what passing it on has added: `RT @desk: `, `Breaking: `, `UPDATE 2-`, a link, `via @wire`,
 * `, according to Gazette`, and the names of publishers and sections before or behind a dash, a bar or a colon. A clause
 * behind a dash goes too where the headline is whole without it: "Acme cuts dividend - shares fall 8%" is the story of
 * the dividend.
 *
 * @example
 * bareHeadline('RT @desk: Acme cuts dividend - The Gazette https://t.co/x', options) // 'Acme cuts dividend'
 */
export function bareHeadline(title: string, { source, isAboutKnown }: BareHeadlineOptions): string {
  const bare = unquoted(trimmed(title.slice(0, longest).replace(link, '')), isAboutKnown)
  const parts = partsBetweenSeams(bare)
  if (parts.length < 2) return bare
  // Of "Acme Air strikes - The Gazette - Market Wire" only the first tells them.
  const capitalsTell = tellsNames(bare) || parts.some(({ text }) => tellsNames(text))
  const own = source.toLowerCase()
  const isNaming = ({ text }: Part) =>
    text.toLowerCase() === own || hearsay.test(text) || isName(text, capitalsTell)
  const stands = (rest: readonly Part[]) => isAboutKnown || !rest.every(({ text }) => isForm(text))
  const isAdded = (part: Part | undefined, rest: readonly Part[]) =>
    part !== undefined && rest.length > 0 && isNaming(part) && stands(rest)
  const isLabel = ({ text, colon }: Part, [next, ...others]: readonly Part[]) => {
    if (!next || others.length > 0 || !stands([next])) return false
    const { length } = partsOf(text)
    const isShouted = !/\p{Ll}/u.test(text) && /\p{Ll}/u.test(next.text)
    return length <= (colon ? longestLabel : 2) && (isShouted || !tells(text)) && tells(next.text)
  }
  const isCode = (part: Part | undefined, rest: readonly Part[]) =>
    part !== undefined &&
    coded.test(part.text) &&
    rest.some(({ text }) => /\p{Ll}/u.test(text) && partsOf(text).length > 1 && !isForm(text))
  let kept: readonly Part[] = parts
  // Before a colon stands who speaks: of two names there the latter is told of.
  while (kept[0]?.colon && isAdded(kept[0], kept.slice(1))) kept = kept.slice(1)
  while (isCode(kept.at(-1), kept.slice(0, -1)) || isAdded(kept.at(-1), kept.slice(0, -1)))
    kept = kept.slice(0, -1)
  while (isAdded(kept[0], kept.slice(1))) kept = kept.slice(1)
  while (kept[0] && isLabel(kept[0], kept.slice(1))) kept = kept.slice(1)
  const [first, ...rest] = kept
  if (!first) return bare
  const head = trimmed(first.text)
  const clauses = partsOf(rest.map(({ text }) => text).join(' ')).length
  // With more words than its own, more is told.
  if (tells(head) && clauses < Math.max(longestClause, partsOf(head).length)) return head
  const { start, text } = kept.at(-1) ?? first
  return trimmed(bare.slice(first.start, start + text.length))
}

/** Words of the longest label before a colon. */
const longestLabel = 3
/** Words of the longest clause that a short headline is whole without. */
const longestClause = 6

/** What stands between two seams; `colon` tells that one is behind it. */
type Part = { text: string; start: number; colon: boolean }

function partsBetweenSeams(text: string): Part[] {
  const parts: Part[] = []
  let start = 0
  const add = (end: number, colon: boolean) => {
    const part = text.slice(start, end)
    if (part.trim() !== '') parts.push({ text: part.trim(), start: start + part.search(/\S/), colon })
  }
  for (const { index, 0: seam, 1: colon } of text.matchAll(seams)) {
    add(index, colon !== undefined)
    start = index + seam.length
  }
  add(text.length, false)
  return parts
}
