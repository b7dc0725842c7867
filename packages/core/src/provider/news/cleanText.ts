import { decodeEntities } from './decodeEntities.ts'

/** Text beyond this is not looked at: no headline or summary needs it. */
const longestInput = 65_536

// Controls, format characters (zero-width, bidirectional, tags), private use, lone surrogates and whatever else draws
// nothing (fillers, variation selectors), but for the selector that makes an emoji of a sign.
const hidden = /(?!\ufe0f)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{DI}\p{Noncharacter_Code_Point}\u2800]/gu

/** Markup is found as text of markup, and again within: more layers than these stay, as harmless text. */
const mostLayers = 5

/**
 * Plain text out of whatever a feed sends: no markup, no entities, no invisible characters, one space between words.
 * Linear in the length of the input, of which at most 64 Ki characters are read.
 *
 * @param maxLength - Longer text is cut at a word and ends with `…`.
 * @example
 * cleanText('<b>AT&amp;T</b>\n rises', 300) // 'AT&T rises'
 */
export function cleanText(input: string, maxLength: number): string {
  let text = stripTags(visible(input.slice(0, longestInput)))
  for (let layer = 0; layer < mostLayers; layer++) {
    // Hidden characters go before tags do: `<\u200bscript>` must not become a tag afterwards.
    const inner = stripTags(visible(decodeEntities(text.replace(escapedAmpersands, '&'))))
    if (inner === text) break
    text = inner
  }
  const plain = text.replace(/ {2,}/g, ' ').trim()
  if (plain.length <= maxLength) return plain
  const cut = plain.slice(0, maxLength - 1)
  const space = cut.lastIndexOf(' ')
  // A cut must not leave half a surrogate pair behind.
  const whole = (space > maxLength / 2 ? cut.slice(0, space) : cut).replace(/[\ud800-\udbff]$/, '')
  return `${whole}…`
}

/** However often an ampersand was escaped, it is one. */
const escapedAmpersands = /&(?:amp;|#0{0,5}38;|#[xX]0{0,4}26;)+/g

/** White space as blanks, nothing that cannot be seen, and what stands in a CDATA section that was itself escaped. */
function visible(text: string): string {
  return text
    .replace(/(?:(?!\ufeff)\s)+/g, ' ')
    .replace(hidden, '')
    .replace(/<!\[CDATA\[(.*?)(?:\]\]>|$)/g, '$1')
}

/** Takes tags, comments and the content of scripts and styles out. A `<` that opens no tag stays. */
function stripTags(text: string): string {
  let plain = ''
  let at = 0
  for (let open = text.indexOf('<'); open >= 0; open = text.indexOf('<', at)) {
    plain += text.slice(at, open)
    if (!/[a-z!/?]/i.test(text.charAt(open + 1))) {
      plain += '<'
      at = open + 1
      continue
    }
    const comment = text.startsWith('<!--', open)
    const close = text.indexOf(comment ? '-->' : '>', open)
    if (close < 0) return plain
    at = close + (comment ? 3 : 1)
    const [, silent] = /^<(script|style)\b/i.exec(text.slice(open, open + 8)) ?? []
    if (silent) {
      const end = text.slice(at).search(new RegExp(`</${silent}`, 'i'))
      if (end < 0) return plain
      at += end
    }
    plain += ' '
  }
  return plain + text.slice(at)
}
