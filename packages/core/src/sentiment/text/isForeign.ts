import type { Token } from './token.ts'

/**
 * Whether a text is in a language that the lexicon does not read: another script, or more small words of a
 * neighbouring language than of English.
 */
export function isForeign(text: string, tokens: readonly Token[]): boolean {
  let english = 0
  let foreign = 0
  let words = 0
  for (const token of tokens) {
    if (token.kind !== 'word') continue
    words++
    const modifier = token.entry.modifier
    if (modifier === 'english') english++
    else if (modifier === 'foreign') foreign++
    else if (isOtherScript(text.charCodeAt(token.start))) foreign += 2
  }
  return foreign >= 2 ? foreign > english : foreign > 0 && english === 0 && words <= 6
}

/** Letters beyond Latin: Cyrillic, Greek, Arabic, CJK and the rest. */
function isOtherScript(code: number): boolean {
  return code >= 0x370
}
