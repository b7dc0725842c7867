import type { SentimentLabel } from '../types.ts'

/** One sentence written for the project, with what an expert reader says of it and why. */
export type SentimentCase = {
  text: string
  label: SentimentLabel
  /** Rules that must be among the evidence. */
  rules: readonly string[]
  /** Rules that must not be: the sentence looks like them, and is their counter-example. */
  not: readonly string[]
  entities: readonly { name: string; label: SentimentLabel }[]
}

const labels: Readonly<Record<string, SentimentLabel>> = { '+': 'positive', '-': 'negative', '0': 'neutral' }

/**
 * Reads a table of cases, one a line: `sign rules | text | entities`. Rules are separated by spaces, `!` before one says
 * that it must not fire. Entities are `Name sign`, separated by semicolons.
 */
export function parseCases(table: string): SentimentCase[] {
  return table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [head = '', text = '', names = ''] = line.split(' | ')
      const [sign = '', ...rules] = head.split(' ')
      return {
        text,
        label: labelOf(sign, line),
        rules: rules.filter((rule) => !rule.startsWith('!')),
        not: rules.filter((rule) => rule.startsWith('!')).map((rule) => rule.slice(1)),
        entities: names
          .split(';')
          .map((entry) => entry.trim())
          .filter((entry) => entry !== '')
          .map((entry) => ({ name: entry.slice(0, -2), label: labelOf(entry.slice(-1), line) })),
      }
    })
}

function labelOf(sign: string, line: string): SentimentLabel {
  const label = labels[sign]
  if (!label) throw new Error(`A case starts with +, - or 0: ${line}`)
  return label
}
