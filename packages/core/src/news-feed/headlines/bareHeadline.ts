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
const link = /\s?https?:\/\/[^\s|]*[^\s|,;:.)!?]/gi
/** What people put before a headline that they pass on, and wires before a later version of it. */
const before =
  /^(?:\p{Extended_Pictographic}|[\ufe0f\s"'“”‘’«»#>*|·•:–—-])*(?:(?:(?:updated?|wrapup|correct(?:ed|ion)|refile|rpt|breaking|just in|developing|exclusive|alert|flash|urgent|watch|live|video)(?: news| update| alert)?[\s\d]*[-:–—|]\s*|(?:rt )?@\w+:? |rt\b:? |according to [^,:;|]{1,60},\s|\d{1,4}[.)]\s+|\d{1,2}:\d{2}\s+|[([{][^()[\]{}]{1,60}[)\]}]\s*(?:[-:–—|]\s*)?)|(?=[^"'“”‘’«»#>*|·•:–—\s-]))/iu
/** The same in capitals alone, without anything between. */
const shouted = /^(?:BREAKING|JUST IN)\s+/
/** What they put behind it. */
const after = [
  /\s*(?:\.\.\.)?\s*[-–—|:(]*\s*(?:(?:read|learn|see|find out) more|full (?:story|article)|click here|more (?:here|at|on|from))\b[^,;]{0,40}$/iu,
  /,?\s+(?:according to|reports?|says|writes|via|h\/t|source:|from|on|at)\s+@?[\p{L}\p{N}-]+\.(?:\p{L}{2,}\.)*\p{L}{2,}$/iu,
  /,?\s+according to\s[^,;|]{1,60}$/iu,
  /,\s+(?:the\s)?[^,;|]{1,60}\s(?:reports|reported|says?|said|writes)$/iu,
  /[,.]\s+(?:reports?|sources?)(?: says?|:\s[^,;|]{1,60})?$/iu,
  // A ticker, a counter, a publisher or a note in brackets; not what is compared: "(from 5 %)".
  /\s*[([{](?![^()[\]{}]*[%$€£¥])[^()[\]{}]{1,60}[)\]}]$/u,
  /(?:\s+(?:[$#@]\p{L}[\p{L}\p{N}_.]*|#\d+))+$/u,
  /(?<=\S\s+\S+\s+\S*\p{Ll})(?<!\b(?:to|at|by|of|for|in|from|below|above|over|under|near|hits?|model|iphone|version))\s+(?:#|no\.?\s?)?\d{1,6}$/iu,
  /(?:[\s\p{Extended_Pictographic}"'“”‘’«»!.…,:;|·•›~/–—-]|\ufe0f)+$/u,
] as const
/** Through whom it was found; what the steel is shipped through is no name, or stands in the middle. */
const through =
  /(?:,?\s+(?:via|h\/t|cc)|,\s+(?:reports?|reported|says|said|writes|per))\s+(\S[^,;|:]{0,60})$/iu
/** Who is quoted with all that follows: "Reuters reports Acme cuts dividend", but not "Acme reports record sales". */
const quoting = /^(\S.{0,60}?)\s(?:reports?|says?|writes)\s(?:that\s)?(?=\p{Lu})/u
/** Behind a comma where no list of names can be: "Acme cuts dividend, Gazette". */
const listed = /(?<=^[^,]*\p{Ll}),\s(\p{Lu}[^,]{0,60})$/u
/** Where a headline is put together: a dash, a bar, a dot or a colon, with a blank beside it. */
const seams =
  /(:)\s+|\s+(?:[-–—―]{1,3}(?![\d.]*\d[%\s])|[|·•»›~>/]+|::|\/\/)\s*|\s*[|•»―]+\s*|;\s+|\s*[-–—]{1,2}\s+|(?<=\p{L}\p{L})—(?=\p{L})|(?<=\p{Ll}{2}):(?=\p{Lu}\p{Ll})/gu
/** What a seam may have behind it that names no one: "Acme cuts dividend - sources". */
const hearsay =
  /^(?:(?:\p{L}+ )?(?:reports?|sources?|media|papers?|press|filings?|memo|statement|exclusive|live updates?|updates?(?: \d+)?|updated|corrected|correction|refile|breaking(?: news)?|just in|developing|alert|live|watch|video|photos?|audio|opinion|analysis|explained|explainer|factbox|timeline|chart|poll|survey|document|markets?|stocks|business|companies|company news|economy|finance|earnings|tech|technology|world|news|money|investing|politics|industry))$/iu

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
  const capitalsTell = tellsNames(bare)
  const own = source.toLowerCase()
  const isNaming = ({ text }: Part) =>
    text.toLowerCase() === own || hearsay.test(text) || isName(text, capitalsTell)
  const stands = (rest: readonly Part[]) => isAboutKnown || !rest.every(({ text }) => isForm(text))
  // Before a colon stands who speaks: of two names there the latter is told of.
  while (parts.length > 1 && parts[0]?.colon && isNaming(parts[0]) && stands(parts.slice(1))) parts.shift()
  while (parts.length > 1 && isNaming(parts[parts.length - 1] as Part) && stands(parts.slice(0, -1)))
    parts.pop()
  while (parts.length > 1 && isNaming(parts[0] as Part) && stands(parts.slice(1))) parts.shift()
  const [first, ...rest] = parts
  if (!first) return bare
  const head = trimmed(first.text)
  const clauses = partsOf(rest.map(({ text }) => text).join(' ')).length
  // With more words than its own, more is told.
  if (tells(head) && clauses < Math.max(longestClause, partsOf(head).length)) return head
  const { start, text } = parts.at(-1) ?? first
  return trimmed(bare.slice(first.start, start + text.length))
}

function unquoted(text: string, isAboutKnown: boolean): string {
  const capitalsTell = tellsNames(text)
  if (!capitalsTell) return text
  const [before = '', speaker = ''] = quoting.exec(text) ?? []
  const told = text.slice(before.length)
  if (isName(speaker, capitalsTell) && tells(told) && (isAboutKnown || !isForm(told))) return told
  const [behind = '', publisher = ''] = listed.exec(text) ?? []
  const head = text.slice(0, -behind.length)
  const isLast = /\s\p{Ll}+$/u.test(head) && tells(head)
  return behind !== '' && isLast && isName(publisher, capitalsTell) ? head : text
}

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

/** What none of the edges behind a headline is without. */
const edged =
  /[^\p{L}\p{N}\s'’&]|\d$|\b(?:more|full|click|according|sources?|reports?|reported|says?|said|writes|via|from|on|at|h\/t|cc)\b/iu

/** What is passed on is passed on again; not oftener than this. */
const mostLayers = 12

/** Without what stands at the edges. Nothing is taken that leaves nothing. */
function trimmed(text: string): string {
  let bare = text.trim()
  for (let layer = 0; layer < mostLayers; layer++) {
    let rest = bare.replace(before, '').replace(shouted, '') || bare
    if (!edged.test(rest)) return rest
    const [whole = '', name = ''] = through.exec(rest) ?? []
    if (isName(name, tellsNames(rest))) rest = rest.slice(0, -whole.length)
    for (const edge of after) rest = rest.replace(edge, '') || rest
    rest = rest.trim()
    if (rest === bare || rest === '') break
    bare = rest
  }
  return bare
}
