import { hearsay } from './hearsay.ts'
import { isEvent, isForm, isName, partsOf, tells, tellsNames } from './nameOrClause.ts'

/** Where and when it was told: "LONDON, May 5 (Reuters) - ". */
const dateline =
  /^(?:\p{Lu}[\p{Lu}. /]{1,30}|\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?), (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, \d{4})?\s*(?:\((?:[^()]|\([^()]{1,20}\)){1,60}\)\s*[-‒–—]*|[-‒–—]+)\s*/u
/** The same without a day: "NEW YORK - ", "Frankfurt (Wire) - ". */
const place =
  /^(?:\p{Lu}[\p{Lu}.]+(?: \p{Lu}[\p{Lu}.]+){0,2}|\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?(?=\s\())\s*(?:\([^()]{1,60}\)\s*)?[-‒–—]+\s+(?=.*\p{Ll})/u
/** A number by which a desk knows what it sends: "XK-4821 ", "LEAD 7 ", "a231ee ". */
const code =
  /^(?:\p{Lu}{1,6}-?\d{4,}|\p{Lu}{3,} \d{1,2}|(?=\p{L}+\d|\d+\p{L})[\p{L}\d]{6,})\s+(?=\p{Lu}.*\p{Ll})/u
/** Tags before it. */
const tags = /^(?:[#$@]\p{L}[\p{L}\p{N}_.]*\s+)+(?=\p{Lu})/u
/** What people put before a headline that they pass on, and wires before a later version of it. */
const before = /* @__PURE__ */ new RegExp(
  [
    // Signs and pictures,
    '^(?:\\p{Extended_Pictographic}|[\\ufe0f\\s"\'“”‘’«»#>*|·•:–—-])*',
    '(?:',
    // a label: "UPDATE 2-", "Breaking News: ",
    '(?:updated?|wrapup|correct(?:ed|ion)|refile|rpt|press release|brief|buzz|newsflash|breaking|just in|developing|exclusive|alert|flash|urgent|watch|live|video)',
    '(?: news| update| alert)?[\\s\\d]*[-:–—|]\\s*|update \\d{1,2}\\s+(?=\\p{L})',
    // who passed it on, or told it,
    '|(?:rt )?@\\w+:? |rt\\b:? |according to [^,:;|]{1,60},\\s',
    // a number in a list, a time, a date, something in brackets,
    '|(?:no\\.?\\s?)?\\d{1,6}(?:/\\d{1,6})?(?:\\s?[.):|]|\\s[-–—])\\s+|(?<=#)\\d{1,6}\\s+|\\d{1,6}/\\d{1,6}\\s+',
    '|\\d{1,2}:\\d{2}\\s+|\\d{4}-\\d{2}-\\d{2}[\\s:,–—-]+|[([{][^()[\\]{}]{1,60}[)\\]}]\\s*(?:[-:–—|]\\s*)?',
    // or the signs alone.
    '|(?=[^"\'“”‘’«»#>*|·•:–—\\s-]))',
  ].join(''),
  'iu',
)
/** The same in capitals alone, without anything between. */
const shouted = /^(?:BREAKING|JUST IN)\s+/
/** What they put behind it. */
const after = [
  /\s*(?:\.\.\.)?\s*(?:[-–—|:(]*\s*(?:(?:read|learn|see|find out) more|full (?:story|article)|click here)|[-–—|:(.]+\s*more (?:here|at|on|from))\b[^,;]{0,40}$/iu,
  /,?\s+(?:according to|reports?|says|writes|via|h\/t|source:|from|on|at)\s+@?[\p{L}\p{N}-]+\.(?:\p{L}{2,}\.)*\p{L}{2,}$/iu,
  /,?\s+according to\s[^,;|]{1,60}$/iu,
  /,\s+(?:the\s)?[^,;|]{1,60}\s(?:reports|reported|says?|said|writes)$/iu,
  /[,.]\s+(?:(?:reports?|sources?)(?: says?|:\s[^,;|]{1,60})?|(?:says?|said)\s(?:an?\s)?(?:reports?|sources?|media|company))$/iu,
  // A ticker, a counter, a publisher or a note in brackets; not what is compared: "(from 5 %)".
  /\s*[([{](?![^()[\]{}]*[%$€£¥])[^()[\]{}]{1,60}[)\]}]$/u,
  /(?:\s+(?:[$#@]\p{L}[\p{L}\p{N}_.]*|#\d+))+$/u,
  /(?<=\S\s+\S+\s+\S*\p{Ll})(?<!\b(?:to|at|by|of|for|in|from|until|since|through|below|above|over|under|near|hits?|number|phase|model|iphone|version))\s+(?:#|no\.?\s?)?\d{1,6}$/iu,
  // A counter, a time, a date.
  /(?<=\p{L}\S*)\s+[-–—|]\s+(?:#|no\.?\s?)?\d{1,6}$/iu,
  /\s(?<!\b(?:to|at|by|of|for|in|from|until|since|on)\s)(?:\d{1,6}\/\d{1,6}|\d{1,2}:\d{2}(?::\d{2})?|\d{4}-\d{2}-\d{2})$/iu,
  /(?:[\s\p{Extended_Pictographic}"'“”‘’«»!?.…,:;|·•›~/–—-]|\ufe0f)+$/u,
] as const
/** Through whom it was found; what the steel is shipped through is no name, or stands in the middle. */
const through =
  /(?:,?\s+(?:via|h\/t|cc)|,\s+(?:reports?|reported|says|said|writes|per))\s+(?!\S.{0,60}\s(?:via|h\/t)\s)(\S[^,;|:]{0,60})$/iu
/** In "Market Report" nothing happens. */
const journal = /^\p{Lu}\S*(?: \p{Lu}\S*){0,3} Report$/u
/** Who is quoted with all that follows: "Reuters reports Acme cuts dividend", but not "Acme reports record sales". */
const quoting = /^(\S.{0,60}?)\s(?:reports?|says?|writes)\s(?:that\s)?(?=\p{Lu})/u
/** Behind a comma where no list of names can be: "Acme cuts dividend, Gazette". */
const listed = /(?<=^[^,]*\p{Ll}),\s(\p{Lu}[^,]{0,60})$/u
/** What none of the edges behind a headline is without. */
const edged =
  /[^\p{L}\p{N}\s'’&]|\d$|\b(?:more|full|click|according|sources?|reports?|reported|says?|said|writes|via|from|on|at|h\/t|cc)\b/iu

/** What is passed on is passed on again; not oftener than this. */
const mostLayers = 12

/** Without what stands at the edges of a headline, and is no part of it. Nothing is taken that leaves nothing. */
export function trimmed(text: string): string {
  let bare = unbracketed(unwrapped(unpassed(text.trim())))
  for (let layer = 0; layer < mostLayers; layer++) {
    let rest = untold(bare, [tags])
    rest = rest.replace(before, '').replace(dateline, '').replace(shouted, '') || bare
    rest = untold(rest, [place, code])
    if (!edged.test(rest)) return rest
    rest = unpassed(rest)
    for (const edge of after) rest = rest.replace(edge, '') || rest
    rest = unwrapped(rest.trim())
    if (rest === bare || rest === '') break
    bare = rest
  }
  return bare
}

const closing = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
])

/**
 * What is told within brackets that hold all of it, whatever others are within: "(Acme cuts dividend (update 2))", or of which the
 * last was cut off.
 */
function unwrapped(text: string): string {
  const first = text.charAt(0)
  const last = closing.get(first)
  if (last === undefined) return text
  let depth = 1
  let place = 0
  while (depth > 0 && ++place < text.length) {
    if (text.charAt(place) === first) depth++
    if (text.charAt(place) === last) depth--
  }
  return place < text.length - 1 ? text : unwrapped(text.slice(1, place).trim())
}

/** Without the name of whom it was found through. */
function unpassed(text: string): string {
  const [whole = '', name = ''] = through.exec(text) ?? []
  return journal.test(name) || isName(name, tellsNames(text)) ? text.slice(0, -whole.length) : text
}

/** What stands in brackets, and is more than a ticker. */
const bracketed = /[([{]([^()[\]{}]{8,200})[)\]}]/g
/** What stands before brackets that hold all of it: a label, with a sign or in brackets of its own. */
const label = /^(?:[^\p{L}\p{N}]*|.*[-:–—|>»]\s*)(?:[([{][^()[\]{}]*[)\]}]\s*)*$/u
/** Letters of it, and of what stands behind them. */
const [mostBefore, mostBehind] = [60, 80]
/** Where what is put beside them is put together. */
const besides = /\s*[-–—|·:>»()[\]{}]+\s*/u
/** What is put behind a later version. */
const latest = /^\W*(?:live )?updated?s?\W*$/i
/** Words of the shortest sentence that is one without a word that is known to happen. */
const fewestOfSentence = 4

/** What is told in brackets, where nothing is beside them: "(Acme cuts dividend) - Gazette". */
function unbracketed(text: string): string {
  for (const { index, 0: whole, 1: within = '' } of text.matchAll(bracketed)) {
    const [front, behind] = [text.slice(0, index), text.slice(index + whole.length)]
    if (index > mostBefore || !label.test(front)) break
    if (behind.length <= mostBehind && isTold(within) && [front, behind].every(isBeside)) return within
  }
  return text
}

function isTold(within: string): boolean {
  const [, ...words] = partsOf(within.toLowerCase())
  // Of two words: "(Acme downgraded)", but not "(Live updates)".
  if (words.some(isEvent)) return words.length > 1 || /(?<!dat)ed$/.test(words[0] ?? '')
  return words.length + 1 >= fewestOfSentence && !isName(within, tellsNames(within))
}

/** Whether nothing is told beside brackets but who passed it on, and how. */
function isBeside(text: string): boolean {
  return text
    .split(besides)
    .every(
      (part) =>
        !tells(part) ||
        latest.test(part) ||
        hearsay.test(part) ||
        isName(part, true) ||
        /^\s*via /i.test(part),
    )
}

/** Without what only goes where something is told by the rest, and not by itself. */
function untold(text: string, edges: readonly RegExp[]): string {
  return edges.reduce((bare, edge) => {
    const rest = bare.replace(edge, '')
    return rest !== bare && tells(rest) && !tells(bare.slice(0, -rest.length)) ? rest : bare
  }, text)
}

/**
 * Without whoever is quoted before or named behind it. Only where capitals tell names; of a form's heading
 * (`isAboutKnown` false) nothing is taken that may say whose it is.
 */
export function unquoted(text: string, isAboutKnown: boolean): string {
  const capitalsTell = tellsNames(text)
  if (!capitalsTell) return text
  const [lead = '', speaker = ''] = quoting.exec(text) ?? []
  const told = text.slice(lead.length)
  if (isName(speaker, capitalsTell) && tells(told) && (isAboutKnown || !isForm(told))) return told
  const [behind = '', publisher = ''] = listed.exec(text) ?? []
  const head = text.slice(0, -behind.length)
  const isLast = /\s\p{Ll}+$/u.test(head) && tells(head)
  return behind !== '' && isLast && isName(publisher, capitalsTell) ? head : text
}
