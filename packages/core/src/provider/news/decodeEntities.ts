// Node 20 takes it for Latin 1 unless what it decodes is a part of a stream.
const windows = new TextDecoder('windows-1252')
const windowsLetter = (code: number) => windows.decode(Uint8Array.of(code), { stream: true })

// Names that stand for the bytes 128 to 191 of Windows-1252, in order.
const signs =
  'euro - sbquo fnof bdquo hellip dagger Dagger circ permil - lsaquo OElig - - - - lsquo rsquo ldquo rdquo bull ndash ' +
  'mdash tilde trade - rsaquo oelig - - - nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg ' +
  'macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest'

// Behind the name of a letter that of its accent, in the order of Unicode's signs from U+0300 on; the cedilla stands apart.
const accents = 'grave acute circ tilde macr - breve - uml - ring - caron cedil'.split(' ')

// The other names that news feeds use. What is rarer stands as it is.
const others =
  'amp& lt< gt> quot" apos\' prime′ Prime″ minus− ne≠ le≤ ge≥ asymp≈ infin∞ larr← uarr↑ rarr→ darr↓ ' +
  'AEligÆ aeligæ OslashØ oslashø szligß ETHÐ ethð THORNÞ thornþ times× divide÷ comma, period. colon: semi; lpar( ' +
  'rpar) lsqb[ rsqb] dollar$ percnt% num# excl! quest? sol/ plus+ equals= ast* ' +
  'ensp\n emsp\n thinsp\n NewLine\n Tab\n zwnj\0 zwj\0 lrm\0 rlm\0'

const named: ReadonlyMap<string, string> = new Map([
  ...signs.split(' ').map((name, i) => [name, windowsLetter(0x80 + i)] as const),
  ...others.split(' ').map((pair) => [pair.slice(0, -1), pair.slice(-1)] as const),
])

/**
 * Reads HTML's character references, once: `&amp;lt;` becomes `&lt;`. The semicolon may be missing where browsers
 * forgive it too: after a number and after the five oldest names.
 *
 * @example
 * decodeEntities('Q&amp;A &#8211; &#x20AC;5') // 'Q&A – €5'
 */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7});?|#[xX]([0-9a-fA-F]{1,6});?|([A-Za-z][A-Za-z0-9]{1,7});|(amp|lt|gt|quot|nbsp)(?![A-Za-z0-9=]))/g,
    (whole, decimal, hex, name, bare) => {
      if (decimal === undefined && hex === undefined)
        return named.get(name ?? bare) ?? accented(name) ?? whole
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
      // These numbers are controls, and mean Windows' letters wherever they are found.
      if (code >= 128 && code < 160) return windowsLetter(code)
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : ' '
    },
  )
}

/** `Ecaron` is an E with a caron, where there is such a letter. */
function accented(name = ''): string | undefined {
  const place = accents.indexOf(name.slice(1))
  const sign = String.fromCharCode(place < 13 ? 0x300 + place : 0x327)
  const letter = (name.charAt(0) + sign).normalize()
  return place >= 0 && letter.length === 1 ? letter : undefined
}
