/** What desks write short, and the long form, in which a mistake leaves more to know it by. */
const forms = [
  [/ ?q1(?!\d)\s?|\b1st[ -](?:quarter|qtr)\b/g, ' first quarter '],
  [/ ?q2(?!\d)\s?|\b2nd[ -](?:quarter|qtr)\b/g, ' second quarter '],
  [/ ?q3(?!\d)\s?|\b3rd[ -](?:quarter|qtr)\b/g, ' third quarter '],
  [/ ?q4(?!\d)\s?|\b4th[ -](?:quarter|qtr)\b/g, ' fourth quarter '],
  [/\bqtr\b/g, 'quarter'],
  [/\bceo\b/g, 'chief executive'],
  [/\bcfo\b/g, 'finance chief'],
  [/(?<=\d)\s?(?:percent|per cent|pct)\b/g, '%'],
  [/(?<=\d)\s?(?:m\b|mln|mn)\s?/g, ' million '],
  [/(?<=\d)\s?(?:b\b|bln|bn)\s?/g, ' billion '],
] as const
const candidates = /q[1-4]|qtr|\bc[ef]o\b|\d\s?(?:p|m|b)/

/** A text in lower case with the long forms of what desks write short: "second quarter" for "q2". */
export function spelledForms(text: string): string {
  if (!candidates.test(text)) return text
  return forms.reduce((spelled, [short, form]) => spelled.replace(short, form), text)
}
