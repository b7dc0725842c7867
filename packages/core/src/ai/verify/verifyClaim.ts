import type { Claim, Reference, Slot, SlotValue } from '../claims/claim.ts'
import { type EvidenceLookup, resolveSlot } from '../claims/resolveSlot.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { slotPattern } from '../render/renderClaim.ts'
import { allowedPhrases } from './allowedPhrases.ts'
import { checkComparison } from './checkComparison.ts'
import { checkProse } from './checkProse.ts'
import { findComparativeWords, hasNegation } from './comparativeWords.ts'
import { findForeignMetric } from './findForeignMetric.ts'
import { findForeignSubject } from './findForeignSubject.ts'
import { isInstrument } from './isInstrument.ts'
import type { Violation, ViolationKind } from './violation.ts'

export type ClaimVerdict = { violations: readonly Violation[]; values: readonly SlotValue[] }

/**
 * Holds one claim to the evidence: its references, its numbers, its comparisons, its words.
 *
 * @param about - The instrument that the part of the report around the claim is about: the claim points at it, or names
 *   what it points at.
 */
export function verifyClaim(
  claim: Claim,
  evidence: readonly Evidence[],
  path: string,
  about?: string,
): ClaimVerdict {
  const violations: Violation[] = []
  const note = (kind: ViolationKind, message: string, where = 'text') =>
    violations.push({ path: `${path}.${where}`, kind, message })
  const lookup: EvidenceLookup = (id) => evidence.find((candidate) => candidate.id === id)

  if (claim.slots.length === 0 && claim.quotes.length === 0)
    note('ungrounded', 'The sentence points at no evidence.')
  const values: SlotValue[] = []
  const bound = new Map<string, { slot: Slot; value: number; unit: string }>()
  claim.slots.forEach((slot, index) => {
    const resolution = resolveSlot(slot, lookup)
    if (!resolution.ok) {
      note(resolution.problem, resolution.message, `slots[${index}]`)
    } else if (bound.has(slot.name)) {
      note('unbound-slot', `{${slot.name}} is given twice.`, `slots[${index}]`)
    } else {
      const { value, unit } = resolution
      values.push({ name: slot.name, value, unit })
      bound.set(slot.name, { slot, value, unit })
    }
  })
  checkDates(claim, lookup, note)
  checkBinding(claim, note)
  checkComparisons(claim, bound, note)
  checkQuotes(claim, lookup, note)

  const references = claim.slots.flatMap((slot): Reference[] => (slot.base ? [slot, slot.base] : [slot]))
  const used = references.map(({ metric, ref }) => ({ metric, evidence: lookup(ref) }))
  const plain = claim.text.replace(slotPattern, (whole) => '\u0001'.repeat(whole.length))
  // The placeholders are controls, which checkProse refuses in a text of the model's own.
  const prose = claim.text.replace(slotPattern, ' ')
  violations.push(
    ...checkProse(
      prose,
      `${path}.text`,
      used.flatMap((use) => allowedPhrases(use.metric, use.evidence)),
    ),
  )
  checkSubjects(claim, references, evidence, plain, about, note)
  const foreign = findForeignMetric(
    plain,
    references.map(({ metric }) => metric),
  )
  if (foreign) note('foreign-metric', `The sentence speaks of ${foreign}, which none of its slots points at.`)
  return { violations, values }
}

type Note = (kind: ViolationKind, message: string, where?: string) => void

function checkBinding(claim: Claim, note: Note): void {
  const inText = new Set([...claim.text.matchAll(slotPattern)].map((match) => match[1]))
  const declared = new Set(claim.slots.map((slot) => slot.name))
  for (const name of inText) if (name && !declared.has(name)) note('unbound-slot', `{${name}} has no slot.`)
  const compared = new Set(claim.comparisons.flatMap(({ left, right }) => [left, right]))
  for (const name of declared) {
    if (!inText.has(name) && !compared.has(name)) note('unbound-slot', `{${name}} is not used in the text.`)
  }
  if (/[{}]/.test(claim.text.replace(slotPattern, ''))) note('unbound-slot', 'A brace that is not a slot.')
}

/** A reader takes a number without a date for the newest one. */
function checkDates(claim: Claim, lookup: EvidenceLookup, note: Note): void {
  for (const slot of claim.slots) {
    const newest = lookup(slot.ref)?.asOf.at(-1)
    const shown = claim.text.includes(`{${slot.name}}`)
    if (
      shown &&
      newest !== undefined &&
      slot.asOf !== newest &&
      !claim.text.includes(`{${slot.name}.date}`)
    ) {
      note('undated', `{${slot.name}} is of ${slot.asOf}, not the newest: show {${slot.name}.date}.`)
    }
  }
}

function checkComparisons(claim: Claim, bound: Parameters<typeof checkComparison>[1], note: Note): void {
  const words = findComparativeWords(claim.text)
  if (words.length > 0 && hasNegation(claim.text)) {
    note('undeclared-comparison', 'A negated comparison. Say it plainly, the other way round.')
  }
  if (words.length !== claim.comparisons.length) {
    const list = words.map(({ text }) => `"${text}"`).join(', ') || 'none'
    const message = `The text has ${words.length} comparative words (${list}) and ${claim.comparisons.length} comparisons. List one for each word, in order.`
    note('undeclared-comparison', message)
  }
  claim.comparisons.forEach((comparison, index) => {
    const where = `comparisons[${index}]`
    const word = words[index]
    if (word && !word.relations.includes(comparison.relation)) {
      note('undeclared-comparison', `"${word.text}" does not say "${comparison.relation}".`, where)
    }
    const left = claim.text.indexOf(`{${comparison.left}`)
    const right = comparison.right === null ? -1 : claim.text.indexOf(`{${comparison.right}`)
    if (left >= 0 && right >= 0 && left > right) {
      note(
        'undeclared-comparison',
        `{${comparison.left}} must stand before {${comparison.right}} in the text.`,
        where,
      )
    }
    const problem = checkComparison(comparison, bound)
    if (problem) note('false-comparison', problem, where)
  })
}

function checkQuotes(claim: Claim, lookup: EvidenceLookup, note: Note): void {
  claim.quotes.forEach((quote, index) => {
    const evidence = lookup(quote.ref)
    const source = evidence?.quotes?.find(({ article }) => article === quote.article)
    const { start, end } = quote
    const whole = Number.isInteger(start) && Number.isInteger(end)
    // Where a reader has chosen passages, no other may be shown.
    const spans = evidence?.articles?.find(({ article }) => article === quote.article)?.spans
    const chosen = !spans || spans.some(([from, to]) => from === start && to === end)
    if (!source || !chosen || !whole || start < 0 || end <= start || end > source.text.length) {
      note('false-quote', `There is no such passage of ${quote.article} in ${quote.ref}.`, `quotes[${index}]`)
    }
  })
}

function checkSubjects(
  claim: Claim,
  references: readonly Reference[],
  evidence: readonly Evidence[],
  text: string,
  about: string | undefined,
  note: Note,
): void {
  const cited = new Set([
    ...references.map(({ subject }) => subject),
    ...claim.quotes.map(({ ref }) => evidence.find(({ id }) => id === ref)?.subject),
  ])
  if (about !== undefined && !cited.has(about)) {
    // Whoever reads a sentence without a name takes it to be about the instrument at hand.
    const unnamed = [...cited].find(
      (subject) => subject !== undefined && isInstrument(subject) && !isNamed(subject, text, evidence),
    )
    if (unnamed !== undefined)
      note('foreign-subject', `This part is about ${about}; a sentence about ${unnamed} must name it.`)
  }
  const own: string[] = []
  const others: string[] = []
  for (const { subject, subjectName } of evidence) {
    const list = cited.has(subject) ? own : others
    list.push(symbolOf(subject))
    if (subjectName) list.push(subjectName)
  }
  const metrics = () => evidence.flatMap((piece) => piece.metrics.map(({ name }) => name))
  const foreign = findForeignSubject(
    text,
    own,
    [...new Set(others)].filter((name) => !own.includes(name)),
    metrics,
  )
  if (foreign)
    note(
      'foreign-subject',
      `The sentence names ${foreign}, but its slots point at ${[...cited].join(', ') || 'nothing'}.`,
    )
}

function isNamed(subject: string, text: string, evidence: readonly Evidence[]): boolean {
  if (text.includes(symbolOf(subject))) return true
  const name = evidence.find((piece) => piece.subject === subject && piece.subjectName)?.subjectName
  const [word = ''] = name?.split(' ') ?? []
  return word.length > 2 && text.includes(word)
}

/** `equity:BRK.B@XNYS` -> `BRK.B`. */
function symbolOf(subject: string): string {
  return subject.replace(/^[^:]*:/, '').replace(/@.*$/, '')
}
