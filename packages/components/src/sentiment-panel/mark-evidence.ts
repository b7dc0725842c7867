import type { ScoredNews } from '@starkmatter/react'

type Evidence = ScoredNews['evidence'][number]

/** A piece of a text, and what it speaks for where it is evidence. */
export type MarkedPiece = { text: string; start: number; evidence: Evidence | undefined }

/**
 * Cuts a part of a text into pieces with and without evidence. Together they are that part, letter for letter; where two
 * pieces of evidence share words, the first of them has these words.
 */
export function markEvidence(
  text: string,
  evidence: readonly Evidence[],
  from = 0,
  to = text.length,
): MarkedPiece[] {
  const pieces: MarkedPiece[] = []
  const add = (start: number, end: number, found?: Evidence) => {
    if (end > start) pieces.push({ text: text.slice(start, end), start, evidence: found })
  }
  let position = from
  for (const one of [...evidence].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const start = Math.max(one.start, position)
    const end = Math.min(one.end, to)
    if (end <= start) continue
    add(position, start)
    add(start, end, one)
    position = end
  }
  add(position, to)
  return pieces
}
