import { breaksOff, isCutFrom } from './cutFrom.ts'
import { denials } from './ordinaryWords.ts'
import type { Headline } from './readHeadline.ts'

/**
 * Whether a headline ends before what another denies, and so denies nothing of it: "Halden falls after drug fa" of "Halden falls
 * after drug fails to treat".
 */
export function isCutBeforeDenial({ tokens: whole }: Headline, { tokens, isCut }: Headline): boolean {
  const last = tokens.length - 1
  if ([...whole.slice(0, last), ...tokens.slice(0, last)].some((word) => denials.has(word))) return false
  return breaksOff(tokens, whole) || (isCut && isCutFrom(tokens, whole))
}
