import type { MissingPart } from './storedReport.ts'

type Reason = MissingPart['reason']

const messages: Record<Reason, string> = {
  unverified: 'The evidence did not bear it out, so it was left out.',
  budget: 'The budget of the run ended before it could be looked into.',
  'no-data': 'There was no data for it.',
  timeout: 'The time of the run ended before it was written.',
  model: 'The model did not write it in a form that can be checked.',
}

/** A part that is missing. Its message is one of a closed set, so that nothing can hide in it: see `isFixedText`. */
export function missingPart(path: string, reason: Reason): MissingPart {
  return { path, reason, message: messages[reason] }
}
