import type { Draft } from '../frames/reading.ts'
import { labelOf } from '../score.ts'
import type { Token } from '../text/token.ts'
import type { EntityMention, EntitySentiment, Evidence, SentimentLabel } from '../types.ts'
import { linkEvidence } from './linkEvidence.ts'

/**
 * What a text says of each of its entities, in the order of their numbers.
 *
 * @param drafts - Those that `evidence` was weighed from, in the same order.
 * @param rest - What the findings of the text leave of the whole.
 */
export function scoreEntities(
  ids: Iterable<string>,
  tokens: readonly Token[],
  drafts: readonly Draft[],
  evidence: readonly Evidence[],
  rest: number,
): EntitySentiment[] {
  const entities = Array.from(ids, (id) => ({
    id,
    label: 'neutral' as SentimentLabel,
    score: 0,
    evidence: [] as number[],
    mentions: [] as EntityMention[],
  }))
  for (const { entity, start, end } of tokens) {
    if (entity >= 0) entities[entity]?.mentions.push({ start, end })
  }
  for (const [index, numbers] of linkEvidence(tokens, drafts).entries()) {
    for (const number of numbers) entities[number]?.evidence.push(index)
  }
  for (const entity of entities) {
    let size = rest
    for (const index of entity.evidence) {
      const weight = evidence[index]?.weight ?? 0
      entity.score += weight
      size += Math.abs(weight)
    }
    // What is said of others makes the scores of a text smaller; it does not hide what is said of this one.
    entity.label = labelOf(entity.score / size)
  }
  return entities
}
