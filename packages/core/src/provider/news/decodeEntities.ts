// Names that stand for U+00A0 to U+00FF, in order.
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
  'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
  'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
  'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
  'thorn yuml'

// The other names that news feeds use. What is rarer stands as it is.
const others =
  'amp& lt< gt> quot" apos\' ndash– mdash— horbar― hellip… bull• lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ lsaquo‹ ' +
  'rsaquo› trade™ euro€ dagger† Dagger‡ permil‰ prime′ Prime″ minus− ne≠ le≤ ge≥ asymp≈ infin∞ larr← uarr↑ rarr→ ' +
  'darr↓ harr↔ OEligŒ oeligœ ScaronŠ scaronš ZcaronŽ zcaronž YumlŸ fnofƒ circˆ tilde˜ comma, period. colon: semi; ' +
  'lpar( rpar) lsqb[ rsqb] dollar$ percnt% num# excl! quest? sol/ plus+ equals= ast* lowbar_ hyphen‐ dash‐ vert|'

const named: ReadonlyMap<string, string> = new Map([
  ...latin1.split(' ').map((name, i) => [name, String.fromCharCode(0xa0 + i)] as const),
  ...others.split(' ').map((pair) => [pair.slice(0, -1), pair.slice(-1)] as const),
  ...['ensp', 'emsp', 'thinsp', 'NewLine', 'Tab'].map((name) => [name, ' '] as const),
  ...['zwnj', 'zwj', 'lrm', 'rlm'].map((name) => [name, ''] as const),
])

// Numbers 128 to 159 are controls, and mean Windows' letters wherever they are found.
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

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
      if (decimal === undefined && hex === undefined) return named.get(name ?? bare) ?? whole
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
      if (code >= 128 && code < 160) return windows.charAt(code - 128)
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : ' '
    },
  )
}
