/**
 * What desks write short, and the long form, in which a mistake leaves more to know it by; of several words that say what one
 * does, the one, and those that a mistake in one of them leaves as they stand.
 */
const forms: readonly (readonly [short: RegExp, form: string, words?: string])[] = [
  [/ ?q1(?!\d)\s?|\b1st[ -](?:quarter|qtr)\b/g, ' first quarter '],
  [/ ?q2(?!\d)\s?|\b2nd[ -](?:quarter|qtr)\b/g, ' second quarter '],
  [/ ?q3(?!\d)\s?|\b3rd[ -](?:quarter|qtr)\b/g, ' third quarter '],
  [/ ?q4(?!\d)\s?|\b4th[ -](?:quarter|qtr)\b/g, ' fourth quarter '],
  [/\bqtr\b/g, 'quarter'],
  // One word each: a chief of finance is another than the chief.
  [/\b(?:ceo|chief executive(?: officer)?)\b/g, 'chiefexecutive', 'chief executive'],
  [/\b(?:cfo|finance chief|chief financial officer)\b/g, 'financechief', 'finance chief'],
  [/(?<=\d)\s?(?:percent|per cent|pct|perce?n?$)\b/g, '%'],
  [/(?<=\d)\s?(?:m\b|mln|mn)\s?/g, ' million '],
  [/(?<=\d)\s?(?:b\b|bln|bn)\s?/g, ' billion '],
  [/\bf[ae]ll(?:s|ing)? short(?: of)?\b/g, 'misses', 'falls short'],
  [/\b(?:hit|struck) ?(?:by|with)\b/g, 'faces', 'hit struck'],
  [/\bst(?:ep|and)(?:s|ped|ping|ing)? down\b/g, 'resigns', 'steps stands down'],
  [/\bcut(?:s|ting)? back on\b/g, 'cuts', 'back'],
  [/\bnet profit\b/g, 'profit', 'net'],
  [/\bnet profits\b/g, 'profits', 'net'],
  [/\bnet income\b/g, 'income', 'net'],
  [/\bshare prices?\b/g, 'shares', 'share price prices'],
]
const candidates =
  /q[1-4]|qtr|\bc[ef]o\b|chief|\d\s?(?:p|m|b)|l(?:l|ls|ling) short|(?:hit|struck) ?[bw]|(?:ed|ep|nd|s|ing) down|back on|net [pi]|share p/

/** A text in lower case with the long forms of what desks write short: "second quarter" for "q2". */
export function spelledForms(text: string): string {
  if (!candidates.test(text)) return text
  return forms.reduce((spelled, [short, form]) => spelled.replace(short, form), text)
}

const wordsOf = /* @__PURE__ */ new Map(
  forms.flatMap(([, form, words]) => (words ? [[form, words.split(' ')] as const] : [])),
)

/** The words of which a form stands for several. */
export function wordsOfForm(form: string): readonly string[] {
  return wordsOf.get(form) ?? []
}
