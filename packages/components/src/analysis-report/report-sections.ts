import { displaySymbol } from '../shared/display-symbol.ts'

/** A part of a report as a page shows it, whatever its schema. */
export type ReportSection =
  | { kind: 'sentences'; title: string; sentences: readonly string[] }
  | { kind: 'facts'; title: string; facts: readonly (readonly [name: string, value: string])[] }
  | { kind: 'group'; title: string; sections: readonly ReportSection[] }

/**
 * The parts of a rendered body in their order; what is empty is left out. A claim that is not rendered yet, as those of a
 * partial report, stands as its own sentence.
 */
export function reportSections(body: object): ReportSection[] {
  const facts: (readonly [string, string])[] = []
  const sections = Object.entries(body).flatMap(([name, value]): ReportSection[] => {
    const title = inWords(name)
    const sentence = sentenceOf(value)
    if (sentence !== undefined) {
      if (sentence !== '')
        facts.push([title, name === 'subject' ? displaySymbol(sentence) : inWords(sentence)])
      return []
    }
    if (Array.isArray(value)) return listSections(title, value)
    return isRecord(value) ? groupOf(title, value) : []
  })
  return facts.length > 0 ? [{ kind: 'facts', title: '', facts }, ...sections] : sections
}

function listSections(title: string, items: readonly unknown[]): ReportSection[] {
  const sentences = items.flatMap((item) => sentenceOf(item) ?? [])
  const groups = items.flatMap((item) => {
    if (!isRecord(item) || sentenceOf(item) !== undefined) return []
    const { heading, ...rest } = item
    return groupOf(typeof heading === 'string' ? heading : title, rest)
  })
  return sentences.length > 0 ? [{ kind: 'sentences', title, sentences }, ...groups] : groups
}

function groupOf(title: string, value: object): ReportSection[] {
  const sections = reportSections(value)
  return sections.length > 0 ? [{ kind: 'group', title, sections }] : []
}

/** The text of a leaf, or of a claim; `undefined` for what has parts of its own. */
function sentenceOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (value === null || value === undefined) return ''
  if (isRecord(value) && typeof value.rendered === 'string') return value.rendered
  return undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * A name of a member, or of a choice, as people write it.
 *
 * @example
 * inWords('priceLevels') // 'Price levels'
 */
export function inWords(name: string): string {
  const words = name.replaceAll(/[-_]/g, ' ').replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase()
}
