import type { Draft } from '../frames/reading.ts'
import type { Token } from '../text/token.ts'

/**
 * The entities that each finding belongs to. Within a clause: what befalls an object goes to the name after the verb,
 * everything else to the nearest name before it, else to the next one; "A and B" share. A clause without a name speaks
 * of the last one named.
 */
export function linkEvidence(
  tokens: readonly Token[],
  clauses: Int32Array,
  drafts: readonly Draft[],
): (readonly number[])[] {
  const before = nearestBefore(tokens)
  const after = nearestAfter(tokens)
  return drafts.map((draft) => {
    const clause = clauses[draft.at]
    const previous = before[draft.at] ?? -1
    const next = after[draft.at] ?? -1
    const inClause = (mention: number) => mention >= 0 && clauses[mention] === clause
    let chosen = previous
    if (draft.object && inClause(next) && !isPassive(tokens, draft.at)) chosen = next
    else if (!inClause(previous) && inClause(next)) chosen = next
    else if (previous < 0) chosen = next
    return chosen < 0 ? [] : withPartners(tokens, chosen)
  })
}

function nearestBefore(tokens: readonly Token[]): Int32Array {
  const nearest = new Int32Array(tokens.length).fill(-1)
  let last = -1
  for (let index = 0; index < tokens.length; index++) {
    if ((tokens[index]?.entity ?? -1) >= 0) last = index
    nearest[index] = last
  }
  return nearest
}

function nearestAfter(tokens: readonly Token[]): Int32Array {
  const nearest = new Int32Array(tokens.length).fill(-1)
  let next = -1
  for (let index = tokens.length - 1; index >= 0; index--) {
    nearest[index] = next
    if ((tokens[index]?.entity ?? -1) >= 0) next = index
  }
  return nearest
}

/** "Apple downgraded by Goldman", "Tesla is being sued". */
function isPassive(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.text
  if (next === 'by' || next === 'at' || next === 'to') return true
  for (let index = at - 1; index >= at - 2; index--) {
    const text = tokens[index]?.text
    if (
      text === 'is' ||
      text === 'was' ||
      text === 'were' ||
      text === 'are' ||
      text === 'been' ||
      text === 'being'
    )
      return true
  }
  return false
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
    if ((!joined && !adjacentCashtag) || (tokens[partner]?.entity ?? -1) < 0) break
    index = partner
  }
  linked.delete(-1)
  return [...linked]
}
