import type { Draft } from '../frames/reading.ts'
import { nothing } from '../lexicon/entry.ts'
import type { Token } from '../text/token.ts'

/**
 * The entities that each finding belongs to. Within a clause: what befalls an object goes to the name after the verb,
 * everything else to the nearest name before it, else to the next one, as in "fell at Samsung"; "A and B" share. A
 * clause without a name speaks of the last one named.
 */
export function linkEvidence(tokens: readonly Token[], drafts: readonly Draft[]): (readonly number[])[] {
  const mentions: number[] = []
  for (let index = 0; index < tokens.length; index++) if (isNamed(tokens, index)) mentions.push(index)
  let next = 0
  // Findings come in order of their start, so one finger walks the mentions.
  return drafts.map((draft) => {
    while (next > 0 && (mentions[next - 1] ?? 0) > draft.at) next--
    while ((mentions[next] ?? Number.POSITIVE_INFINITY) <= draft.at) next++
    const previous = mentions[next - 1] ?? -1
    const following = mentions[next] ?? -1
    const inClause = (mention: number) => mention >= 0 && tokens[mention]?.clause === tokens[draft.at]?.clause
    const forward = draft.object
      ? !isPassive(tokens, draft.at)
      : (tokens[draft.at + 1]?.text === 'at' && following < draft.at + 4) || !inClause(previous)
    const chosen = (forward && inClause(following)) || previous < 0 ? following : previous
    const stranger = draft.object && forward && chosen === previous && namesStranger(tokens, draft.at)
    return chosen < 0 || stranger ? [] : withPartners(tokens, chosen)
  })
}

/** "Unlike Samsung, Apple ..." mentions Samsung to say nothing of it. */
function isNamed(tokens: readonly Token[], index: number): boolean {
  return (tokens[index]?.entity ?? -1) >= 0 && tokens[index - 1]?.text !== 'unlike'
}

/** "Goldman downgrades Borealis" is no news of Goldman, also where nobody asked about Borealis. */
function namesStranger(tokens: readonly Token[], at: number): boolean {
  for (const { kind, capital, entry } of tokens.slice(at + 1, at + 5)) {
    if (kind === 'stop' || kind === 'comma') return false
    if (capital && entry === nothing) return true
  }
  return false
}

const passives = 'is was were are been being'.split(' ')

/** "Apple downgraded by Goldman", "Tesla is being sued", "Nokia upgraded, Ericsson downgraded". */
function isPassive(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.text
  if (next === 'by' || next === 'at' || next === 'to' || next === ',') return true
  return passives.includes(tokens[at - 1]?.text ?? '') || passives.includes(tokens[at - 2]?.text ?? '')
}

/** "Apple and Samsung rise": names joined by "and", "&" or a comma stand together. */
function withPartners(tokens: readonly Token[], mention: number): number[] {
  const linked = new Set<number>()
  let index = mention
  for (let guard = 0; guard < 8; guard++) {
    linked.add(tokens[index]?.entity ?? -1)
    const joint = tokens[index - 1]
    const joined = joint?.text === 'and' || joint?.kind === 'comma'
    const partner = joined ? index - 2 : index - 1
    const adjacentCashtag = !joined && tokens[index]?.kind === 'cashtag' && joint?.kind === 'cashtag'
    if ((!joined && !adjacentCashtag) || !isNamed(tokens, partner)) break
    index = partner
  }
  return [...linked]
}
