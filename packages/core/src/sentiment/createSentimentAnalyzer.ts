import { createEntityIndex, type EntityIndex } from './entities/entityIndex.ts'
import { markEntities, numberOf } from './entities/markEntities.ts'
import { scoreEntities } from './entities/scoreEntities.ts'
import { readEvidence } from './frames/readEvidence.ts'
import { createLexicon, type Lexicon } from './lexicon/createLexicon.ts'
import { confidenceOf, labelOf, weigh } from './score.ts'
import { annotate } from './text/annotate.ts'
import { countEnglish } from './text/countEnglish.ts'
import { isPost } from './text/register.ts'
import { tokenize } from './text/tokenize.ts'
import type { AnalyzeOptions, EntityInput, SentimentFlag, SentimentResult } from './types.ts'

export type SentimentAnalyzerOptions = {
  /**
   * Entities to look for in every text; a result lists those that it names, behind those of its call. However many they
   * are, a text costs the same.
   */
  entities?: readonly EntityInput[] | undefined
  /**
   * Characters read of each text; the rest is dropped and the result flagged `truncated`.
   *
   * @default 100_000
   */
  maxCharacters?: number | undefined
}

export type SentimentAnalyzer = {
  /**
   * Reads one headline, sentence, post or article. Never throws on any string; linear in its length.
   *
   * @example
   * createSentimentAnalyzer().analyze('Apple beats estimates while Samsung misses', { entities: ['Apple', 'Samsung'] })
   *   .entities.map((entity) => entity.label) // ['positive', 'negative']
   */
  analyze(text: string, options?: AnalyzeOptions): SentimentResult
}

/**
 * The rule engine: reads English financial text and lists its reasons. No network, no model, about 10 µs a sentence.
 */
export function createSentimentAnalyzer(options: SentimentAnalyzerOptions = {}): SentimentAnalyzer {
  const { entities: standing = [], maxCharacters = 100_000 } = options
  const known = createEntityIndex(standing)
  sharedLexicon ??= createLexicon()
  const lexicon = sharedLexicon
  return {
    analyze(text, { entities = [] } = {}) {
      const ids = new Map<string, number>()
      for (const entity of entities) numberOf(ids, typeof entity === 'string' ? entity : entity.id)
      const indexes = entities.length > 0 ? [createEntityIndex(entities), known] : [known]
      return analyze(text, indexes, ids, lexicon, maxCharacters)
    },
  }
}

/** One for all analyzers, made for the first of them. */
let sharedLexicon: Lexicon | undefined

function analyze(
  input: string,
  indexes: readonly EntityIndex[],
  ids: Map<string, number>,
  lexicon: Lexicon,
  maxCharacters: number,
): SentimentResult {
  const text = input.slice(0, maxCharacters)
  const marked = tokenize(text)
  markEntities(text, marked, indexes, ids)
  const post = isPost(marked)
  const tokens = annotate(marked, lexicon, post)
  const english = countEnglish(tokens)
  const foreign = english < 0
  const { drafts, chosen } = readEvidence(foreign ? [] : tokens, post)
  const evidence = weigh(drafts)
  let score = 0
  let size = 0
  for (const { weight } of evidence) {
    score += weight
    size += Math.abs(weight)
  }

  const flags: SentimentFlag[] = []
  if (text !== input) flags.push('truncated')
  if (foreign) flags.push('foreign')
  // The smaller side, the good or the bad, weighs half of what they cancel out.
  if (size - Math.abs(score) >= 0.4) flags.push('mixed')
  if (tokens.some((token) => token.text === '?')) flags.push('question')
  return {
    label: labelOf(score),
    score,
    // Of a text without findings: more in running prose than in a headline.
    confidence: foreign
      ? 0.1
      : evidence.length > 0
        ? confidenceOf(score, size)
        : tokens.length < 3 || english < 1
          ? 0.2
          : chosen
            ? 0.45
            : 0.6,
    evidence,
    entities: ids.size === 0 ? [] : scoreEntities(ids.keys(), tokens, drafts, evidence, 1 - size),
    flags,
  }
}
