import { type Token, valueMark } from './readTokens.ts'
import type { Note, ViolationKind } from './violation.ts'
import { isComparative } from './vocabulary.ts'

/**
 * What may not stand in a text that is shown: a number in whatever words or script, a comparison that nothing knows how to check, a
 * link, markup, and what cannot be seen. Directly beside a value a word must be known to leave it what it is, and a name in its part must be
 * that of an instrument at hand, or stand where places do.
 */
export function checkProse(tokens: readonly Token[], note: Note): void {
  tokens.forEach((token, index) => {
    if (/^(?:\{\}|[,;:.!?()–—…“”"~&])$/.test(token.text)) return
    const wrong = problemOf(token, tokens[index - 1], tokens[index + 1], tokens[index - 2])
    if (wrong) note(wrong, token.text)
  })
}

function problemOf(
  { text, lower, kind, isNumber, part }: Token,
  before: Token | undefined,
  next: Token | undefined,
  second: Token | undefined,
): ViolationKind | false {
  const isUnknown = !kind
  // What was traded or reported counts nothing.
  const isCounted = kind === 'counted' && !/ed$/.test(lower)
  if (isNumber) return 'number-in-prose'
  if (
    kind === 'never' ||
    (kind !== 'capitals' && /^[A-Z]{2,}$/.test(text)) ||
    (isUnknown &&
      (!/^(?:i?[A-Z]?[a-z]{3,}(?<!est)|[A-Z][a-z]{2})$/.test(text) ||
        (next?.lower === 'than' && /er$/.test(text)) ||
        // How far: `slightly above`.
        (isComparative(next?.kind) && /ly$/.test(text))))
  )
    return 'unknown-word'
  const isName = /^[A-Z]/.test(text)
  // What stands behind a value, or behind it and one of these, would be its unit.
  const isUnit =
    before?.text === valueMark
      ? isUnknown || isCounted || /^an?$/.test(lower)
      : second?.text === valueMark && before?.lower === 'in' && (isCounted || (isUnknown && !isName))
  // What stands before a value and is no verb says what it is: `an annualized {}`.
  const isAttribute =
    isUnknown &&
    next?.text === valueMark &&
    (!/(?:[^u]s|ed)$/.test(text) || /^an?$/.test(before?.lower ?? ''))
  if (isUnit || isAttribute) return 'number-in-prose'
  const isForeign =
    isUnknown &&
    isName &&
    part.hasSlot &&
    !/^(?:of|in)$/.test(next?.lower ?? '') &&
    !/(?:tion|ment|ity|ance|ly|al)s?$/.test(text) &&
    !/^(?:in|on|the|[A-Z].*)$/.test(before?.text ?? '')
  return isForeign && 'foreign-subject'
}
