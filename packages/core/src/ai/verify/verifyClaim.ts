import type { Claim, SlotValue } from '../claims/claim.ts'
import { resolveSlot } from '../claims/resolveSlot.ts'
import { slotPattern } from '../render/renderClaim.ts'
import type { Bound } from './checkComparison.ts'
import { checkComparisons } from './checkComparisons.ts'
import { checkNames } from './checkNames.ts'
import { checkProse } from './checkProse.ts'
import { checkWording } from './checkWording.ts'
import type { EvidenceIndex } from './indexEvidence.ts'
import { readTokens, type Token, valueMark } from './readTokens.ts'
import { maskPhrases } from './setPhrases.ts'
import type { Note } from './violation.ts'
import { taken, wholeReplacer } from './wholeReplacer.ts'

export type ClaimReading = {
  values: readonly SlotValue[]
  /** The words of the sentence, without what may stand in it by name. */
  tokens: readonly Token[]
}

/**
 * Holds one claim to the evidence: its references, its numbers, its comparisons, its words.
 *
 * @param note - Hears all that is wrong.
 * @param about - The instrument that the part of the report around the claim is about: the claim points at it, or names
 *   what it points at.
 */
export function verifyClaim(claim: Claim, evidence: EvidenceIndex, note: Note, about?: string): ClaimReading {
  const { slots, text } = claim
  if (slots.length + claim.quotes.length === 0) note('ungrounded')
  const bound = new Map<string, Bound>()
  for (const slot of slots) {
    const resolution = resolveSlot(slot, evidence.get)
    if (!resolution.ok) {
      note(resolution.problem, resolution.detail)
    } else if (bound.has(slot.name)) {
      note('unbound-slot', slot.name)
    } else {
      bound.set(slot.name, { slot, ...resolution })
    }
  }
  const values = [...bound].map(([name, { value, unit }]): SlotValue => ({ name, value, unit }))
  const places = [...text.matchAll(slotPattern)].map(([, name = '', date]) => ({ name, date }))
  const shown = places.flatMap(({ name, date }) => (date ? [] : [name]))
  // The names of slots are words, too, and none of the sentence's.
  const sentence = text
    .replaceAll(taken, '#')
    .replace(slotPattern, (_, _name, date) => (date ? taken : valueMark))
  const used = new Set([
    ...places.map(({ name }) => name),
    ...claim.comparisons.flatMap(({ left, right }) => [left, right ?? left]),
  ])
  const given = new Set(slots.map(({ name }) => name))
  for (const name of new Set([...used, ...given]))
    if (!used.has(name) || !given.has(name)) note('unbound-slot', name)
  checkDates(sentence, places, claim, bound, evidence, note)

  // What a value is made from came about as the value did.
  const references = slots.flatMap((slot) => [slot, { ...slot, ...slot.base }])
  const cited = new Set([...references, ...claim.quotes].map(({ ref }) => evidence.get(ref)?.subject ?? ref))
  // The name of Five Below or Best Buy counts and compares nothing.
  const marked = evidence.mark(sentence)
  const masks = new Set(
    // `Cash and equivalents` is taken out before `cash`.
    [...references]
      .sort((a, b) => b.metric.length - a.metric.length)
      .map(({ metric, op }) => evidence.nameOf(metric, op).mask),
  )
  if (values.some(({ unit }) => unit === 'x')) masks.add(maskMultiples)
  const tokens = readTokens(maskPhrases(marked, masks))
  checkWording(claim, sentence, tokens, bound, note)
  checkComparisons(claim, tokens, shown, bound, note)
  checkQuotes(claim, evidence, note)
  checkProse(tokens, note)
  const inOrder = shown.flatMap((name) => bound.get(name) ?? [])
  checkNames(marked, inOrder, cited, references, evidence, about, note)
  return { values, tokens }
}

// What a quotient is said in.
const maskMultiples = wholeReplacer(['times', 'multiple'])

/** A reader takes a number without a date for the newest one, and a date for that of the number beside it. */
function checkDates(
  sentence: string,
  places: readonly { name: string; date: string | undefined }[],
  { slots }: Claim,
  bound: ReadonlyMap<string, Bound>,
  evidence: EvidenceIndex,
  note: Note,
): void {
  const parts = sentence.split(/\{\}|•/)
  // A change since a day is one from that day's row.
  const origins = slots.map(({ base, since }) => base?.asOf ?? since).filter(Boolean)
  places.forEach(({ name, date }, index) => {
    const before = parts[index] ?? ''
    const beside = [places[index - 1], ...places.slice(index + 1)].find((place) => place && !place.date)
    const isWrong = /\bsince $/i.test(before)
      ? origins[0] && !origins.includes(bound.get(name)?.slot.asOf ?? '')
      : !/\b(?:from|until|to|after|before|between|and) $/i.test(before) && beside && beside.name !== name
    if (date && isWrong) note('undated', `{${name}.date}`)
  })
  for (const { name, ref, asOf } of slots) {
    const own = places.filter((place) => place.name === name)
    const isOld = asOf !== evidence.get(ref)?.asOf.at(-1)
    if (isOld && own[0] && !own.some(({ date }) => date)) note('undated', `{${name}}`)
  }
}

function checkQuotes(claim: Claim, index: EvidenceIndex, note: Note): void {
  for (const quote of claim.quotes) {
    const evidence = index.get(quote.ref)
    const isOwn = ({ article }: { article: string }) => article === quote.article
    const source = evidence?.quotes?.find(isOwn)
    const { start, end } = quote
    // Where a reader has chosen passages, no other may be shown.
    const spans = evidence?.articles?.find(isOwn)?.spans
    const chosen = !spans || spans.some(([from, to]) => from === start && to === end)
    if (!source || !chosen || !(start >= 0 && end > start && end <= source.text.length))
      note('false-quote', quote.article)
  }
}
