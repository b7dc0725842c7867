import type { Claim, Reference, Slot, SlotValue } from '../claims/claim.ts'
import { resolveSlot } from '../claims/resolveSlot.ts'
import { slotPattern } from '../render/renderClaim.ts'
import { allowedPhrases } from './allowedPhrases.ts'
import type { Bound } from './checkComparison.ts'
import { checkComparisons } from './checkComparisons.ts'
import { checkNames } from './checkNames.ts'
import { checkProse } from './checkProse.ts'
import { checkWording } from './checkWording.ts'
import type { EvidenceIndex } from './indexEvidence.ts'
import { readTokens, type Token, valueMark } from './readTokens.ts'
import { maskPhrases } from './setPhrases.ts'
import type { Violation, ViolationKind } from './violation.ts'

export type ClaimVerdict = {
  violations: readonly Violation[]
  values: readonly SlotValue[]
  /** The words of the sentence, without what may stand in it by name. */
  tokens: readonly Token[]
}

/**
 * Holds one claim to the evidence: its references, its numbers, its comparisons, its words.
 *
 * @param about - The instrument that the part of the report around the claim is about: the claim points at it, or names
 *   what it points at.
 */
export function verifyClaim(
  claim: Claim,
  evidence: EvidenceIndex,
  path: string,
  about?: string,
): ClaimVerdict {
  const violations: Violation[] = []
  const note = (kind: ViolationKind, detail = '') => violations.push({ path, kind, detail })

  if (claim.slots.length + claim.quotes.length === 0) note('ungrounded')
  const bound = new Map<string, Bound>()
  for (const slot of claim.slots) {
    const resolution = resolveSlot(slot, evidence.get)
    if (!resolution.ok) {
      note(resolution.problem, resolution.detail)
    } else if (bound.has(slot.name)) {
      note('unbound-slot', slot.name)
    } else {
      const { value, unit } = resolution
      bound.set(slot.name, { slot, value, unit })
    }
  }
  const values = [...bound].map(([name, { value, unit }]): SlotValue => ({ name, value, unit }))
  const { slots, text } = claim
  const places = [...text.matchAll(slotPattern)].map(([, name = '', date]) => ({ name, date }))
  const shown = places.flatMap(({ name, date }) => (date ? [] : [name]))
  // The names of slots are words, too, and none of the sentence's.
  const sentence = text
    .replaceAll(dateMark, '#')
    .replace(slotPattern, (_, _name, date) => (date ? dateMark : valueMark))
  const used = new Set([
    ...places.map(({ name }) => name),
    ...claim.comparisons.flatMap(({ left, right }) => [left, right ?? left]),
  ])
  const given = new Set(slots.map(({ name }) => name))
  for (const name of new Set([...used, ...given]))
    if (!used.has(name) || !given.has(name)) note('unbound-slot', name)
  checkDates(sentence, places, slots, evidence, note)

  const references = slots.flatMap((slot): Reference[] => (slot.base ? [slot, slot.base] : [slot]))
  const cited = new Set([...references, ...claim.quotes].map(({ ref }) => evidence.get(ref)?.subject ?? ref))
  // The name of Five Below or Best Buy counts and compares nothing.
  const marked = evidence.mark(sentence)
  const phrases = slots.flatMap((slot) =>
    [slot, slot.base ?? slot].flatMap(({ metric }) => allowedPhrases(metric, slot.op)),
  )
  const masked = maskPhrases(marked, [
    ...phrases,
    ...(values.some(({ unit }) => unit === 'x') ? ['times', 'multiple'] : []),
  ])
  const tokens = readTokens(masked)
  checkWording(claim, sentence, tokens, bound, note)
  checkComparisons(claim, tokens, shown, bound, note)
  checkQuotes(claim, evidence, note)
  violations.push(...checkProse(tokens, path))
  const columns = references.flatMap(({ ref }) => evidence.get(ref)?.metrics.map(({ name }) => name) ?? [])
  const inOrder = shown.flatMap((name) => bound.get(name) ?? [])
  checkNames(marked, inOrder, [...cited], columns, evidence, about, note)
  return { violations, values, tokens }
}

type Note = (kind: ViolationKind, detail?: string) => void

/** Stands for a date. */
const dateMark = '•'

/** A reader takes a number without a date for the newest one, and a date for that of the number beside it. */
function checkDates(
  sentence: string,
  places: readonly { name: string; date: string | undefined }[],
  slots: readonly Slot[],
  evidence: EvidenceIndex,
  note: Note,
): void {
  const parts = sentence.split(/\{\}|•/)
  places.forEach(({ name, date }, index) => {
    const [, word = ''] = /(\w*) $/.exec(parts[index] ?? '') ?? []
    const beside = [places[index - 1], ...places.slice(index + 1)].find((place) => place && !place.date)
    const isWrong = /^since$/i.test(word)
      ? // A change since a day is one from that day's row.
        !slots.some(
          ({ base, since }) => (base?.asOf ?? since) === slots.find((slot) => slot.name === name)?.asOf,
        )
      : !/^(?:from|until|to|after|before|between|and)$/i.test(word) && beside && beside.name !== name
    if (date && isWrong) note('undated', `{${name}.date}`)
  })
  for (const { name, ref, asOf } of slots) {
    const own = places.filter((place) => place.name === name)
    const isOld = asOf !== evidence.get(ref)?.asOf.at(-1)
    if (isOld && own.length > 0 && !own.some(({ date }) => date)) note('undated', `{${name}}`)
  }
}

function checkQuotes(claim: Claim, index: EvidenceIndex, note: Note): void {
  for (const quote of claim.quotes) {
    const evidence = index.get(quote.ref)
    const source = evidence?.quotes?.find(({ article }) => article === quote.article)
    const { start, end } = quote
    // Where a reader has chosen passages, no other may be shown.
    const spans = evidence?.articles?.find(({ article }) => article === quote.article)?.spans
    const chosen = !spans || spans.some(([from, to]) => from === start && to === end)
    if (!source || !chosen || !(start >= 0 && end > start && end <= source.text.length))
      note('false-quote', quote.article)
  }
}
