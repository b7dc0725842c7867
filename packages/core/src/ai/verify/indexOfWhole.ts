/**
 * Where a phrase stands in a text that is not the inside of a longer word or number; -1 where it does not.
 *
 * @example
 * indexOfWhole('the 200-day and the 20-day', '20-day', 0) // 20
 */
export function indexOfWhole(text: string, phrase: string, from: number): number {
  for (let at = text.indexOf(phrase, from); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const end = at + phrase.length
    const [before, rest] = [text.slice(Math.max(0, at - 2), at), text.slice(end, end + 2)]
    if (!/[\p{L}\p{N}]$/u.test(before) && !/^(?:[\p{L}\p{N}]|[.,]\p{N})/u.test(rest)) return at
  }
  return -1
}
