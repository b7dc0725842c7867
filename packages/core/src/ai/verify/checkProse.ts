import { findNumbers, maskNames } from './findNumbers.ts'
import { foldProse } from './foldProse.ts'
import type { Violation } from './violation.ts'

const markup = /:\/\/|www\.|\]\s*\(|javascript:|data:\w|&#|[a-z]\.[a-z]+\//i
// Latin letters and the punctuation of a sentence. Other scripts hold letters that look like these, signs compare and count
// (`>`, `↑`, `%`, `🔟`), and what cannot be seen can hide anything.
const plain = /^[\w\s,.;:!?'"()[\]/&+\-ßæœÆŒ‐–—‘’“”…•·]*$/
const control = /[\p{Cc}\p{Cf}\p{Co}]/u

/** What may not stand in a text that is shown: free numbers, links, markup, signs that compare, and hidden characters. */
export function checkProse(
  text: string,
  path: string,
  allowed: () => readonly string[] = () => [],
): Violation[] {
  const violations: Violation[] = []
  if (markup.test(text) || control.test(text.replace(/[\t\n\r]/g, '')) || !isPlain(text, allowed)) {
    violations.push({
      path,
      kind: 'forbidden-text',
      message: 'Only English letters and plain punctuation may stand here.',
    })
  }
  for (const number of findNumbers(text, allowed)) {
    const message = `"${number}" is a number outside a slot.`
    violations.push({ path, kind: 'number-in-prose', message })
  }
  return violations
}

function isPlain(text: string, allowed: () => readonly string[]): boolean {
  return plain.test(foldProse(text)) || plain.test(foldProse(maskNames(text, allowed())))
}
