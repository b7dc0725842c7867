import { findNumbers } from './findNumbers.ts'
import type { Violation } from './violation.ts'

const markup = /https?:|www\.|\]\s*\(|<\s*[a-z!/]|javascript:|data:|&#/i
// Controls (but white space), format characters such as bidirectional marks and tags, and private-use characters.
const hidden = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}]/u

/** What may not stand in a text that is shown: free numbers, links, markup and hidden characters. */
export function checkProse(text: string, path: string, allowed: readonly string[] = []): Violation[] {
  const violations: Violation[] = []
  if (markup.test(text) || hidden.test(text)) {
    violations.push({
      path,
      kind: 'forbidden-text',
      message: 'Links, markup and invisible characters are not allowed.',
    })
  }
  for (const { text: number } of findNumbers(text, allowed)) {
    const message = `"${number}" is a number outside a slot. Point at evidence with a {slot} in its place.`
    violations.push({ path, kind: 'number-in-prose', message })
  }
  return violations
}
