import { contentHash } from '../evidence/contentId.ts'

// The first 64 bits of the hash of each: whoever verifies a report knows its fixed texts without carrying them.
const known =
  '9a7f9da052fa0a16 289a51f8d570c36b aeb210389422dc3a 96cec9e8a2a20d24 b62da0c3ce7df227 ce564edd88647d7b'

/**
 * Whether this is what reports say in fixed words, which nobody may change: the disclaimer, or `[reason, message]` of a missing
 * part.
 */
export function isFixedText(value: unknown): boolean {
  return known.includes(contentHash(value).slice(0, 16))
}
