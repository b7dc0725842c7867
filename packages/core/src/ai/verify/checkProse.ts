import type { Token } from './readTokens.ts'
import type { Violation } from './violation.ts'

// Digits of any script, fractions, Roman numerals, and what most numbers in words are made of.
export const countsAloud =
  /\p{N}|^[ivx]{2,}$|^(?:t(?:wo|hree|en(?:s|ths?)?$|wel|wen|hir)|four(?!n)|for(?=t)|fi[fv][te]|six|seven|eight|nine|eleven|hal[fv]|zero|digit|one$|times|quartered)|ieth$|hundred|thousand|illion|dozen|fold$|doubl|tripl|trebl|[drnxt]upl|twice|percent/iu

// Endings of words that name or describe without saying how much.
const describing = /(?:nt|cy|s[mt]|ng|ed|al|ic|ve|us|ry|or|le|ul|ss|an|re|en|ge|io|on|ip|ty|ce)s?$/

/**
 * What may not stand in a text that is shown: a number in whatever words or script, a comparison that nothing knows how to check, a
 * link, markup, and what cannot be seen. Where a sentence speaks of a value its words must be known.
 */
export function checkProse(tokens: readonly Token[], path: string): Violation[] {
  return tokens.flatMap((token, index): Violation[] => {
    const { text, kind } = token
    if (/^(?:\{\}|[,;:.!?()–—…"“”•&])$/.test(text)) return []
    const counts = (!kind || kind === 'counted') && countsAloud.test(text.normalize('NFKD'))
    const mayStand =
      kind === undefined
        ? isHarmless(token, tokens[index - 1], tokens[index + 1], tokens[index - 2])
        : kind !== 'never' && (kind === 'capitals' || !/^[A-Z]{2,}$/.test(text))
    if (!counts && mayStand) return []
    return [{ path, kind: counts ? 'number-in-prose' : 'unknown-word', detail: text }]
  })
}

/** Whether a word that is not listed is one by its form, and stands neither for a level (`is fierce`) nor before what it would count. */
function isHarmless(
  { text }: Token,
  before: Token | undefined,
  next: Token | undefined,
  subject: Token | undefined,
): boolean {
  const isDescribed = describing.test(text)
  return (
    /^(?:i?[A-Z]?[a-z]{3,}(?<!est)|[A-Z][a-z]{2})$/.test(text) &&
    // In whatever language: `zwei sessions`.
    (isDescribed || !(next?.kind === 'counted' && /s$/.test(next.text))) &&
    !(next?.lower === 'than' && /er$/.test(text)) &&
    // `That is douze.`
    (isDescribed || before?.kind !== 'be' || subject?.kind !== 'subject')
  )
}
