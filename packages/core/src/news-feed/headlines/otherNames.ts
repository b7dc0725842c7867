/**
 * Whether two headlines in much the same words tell of different places, companies or products: "opens plant in Germany"
 * is no copy of "opens plant in Italy". A name is a word in a capital after one of a few prepositions ("according to Wire" and
 * "according to Gazette" are one story), which a Title in Capitals or a
 * headline IN CAPITALS cannot show; of those it says nothing.
 */
export function otherNames(left: string, right: string): boolean {
  const own = namesIn(left)
  const others = namesIn(right)
  return isMissing(own, right) && isMissing(others, left)
}

function namesIn(title: string): string[] {
  const words = title.match(/\p{L}{4,}/gu) ?? []
  const lower = words.filter((word) => /^\p{Ll}/u.test(word)).length
  if (lower < 2 || lower * 3 < words.length) return []
  return [...title.matchAll(/\b(?:in|near|of|for) (\p{Lu}\p{L}+)(?![\p{L}\p{N}])/gu)].map(([, name = '']) =>
    name.toLowerCase(),
  )
}

/** Whether one of the names is not in the text. */
function isMissing(names: readonly string[], text: string): boolean {
  const words = new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
  return names.some((name) => !words.has(name))
}
