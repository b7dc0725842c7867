import * as z from 'zod/mini'
import type { Claim, ResolvedClaim } from '../claims/claim.ts'
import type { StoredReport } from '../report/storedReport.ts'
import { toOutputSchema } from '../schemas/toOutputSchema.ts'
import { claims } from '../schemas/viewSchema.ts'
import { callModel, late } from './callModel.ts'
import { type Conversation, requestOf, sayText, textOf } from './conversation.ts'
import { judgeDraft } from './judgeDraft.ts'
import { parseLoosely } from './parseLoosely.ts'
import type { Session } from './session.ts'

const argument = z.object({ claims: claims(5) })

const sides = {
  bull: 'Argue for a higher price: the strongest case that the evidence bears, as claims. Only the case, no balance.',
  bear: 'Argue for a lower price: the strongest case that the evidence bears, as claims. Only the case, no balance.',
} as const

/** Lets both sides argue from the evidence at hand. A side that the budget does not hold has no arguments. */
export async function debate(
  session: Session,
  conversation: Conversation,
): Promise<NonNullable<StoredReport['debate']>> {
  const bull = await argue(session, conversation, sides.bull)
  const bear = await argue(session, conversation, sides.bear)
  return { bull, bear }
}

async function argue(
  session: Session,
  conversation: Conversation,
  instruction: string,
): Promise<ResolvedClaim[]> {
  const asked = sayText({ ...conversation, output: toOutputSchema(argument) }, instruction)
  const wantedOutputTokens = Math.ceil(session.reportTokens / 3)
  const need = { wantedOutputTokens, minimumOutputTokens: Math.min(300, wantedOutputTokens) }
  const response = await callModel(session, requestOf(asked, 'none'), need, {
    onText: () => {},
    onRetry: () => {},
  })
  if (!response || response === late) {
    session.limitedBy ??= 'budget'
    return []
  }
  const ruler = { ...session, schema: argument, evidence: session.ledger.list() }
  const { body } = judgeDraft(ruler, parseLoosely(textOf(response.content)), 'model')
  return body && 'claims' in body && Array.isArray(body.claims) ? body.claims.filter(isResolved) : []
}

function isResolved(claim: Claim | ResolvedClaim): claim is ResolvedClaim {
  return 'rendered' in claim
}

/** Both cases as the writer of the report reads them. */
export function presentDebate({ bull, bear }: NonNullable<StoredReport['debate']>): string {
  const present = (claims: readonly ResolvedClaim[]) =>
    JSON.stringify(claims.map(({ values: _, rendered: __, ...claim }) => claim))
  return `Verified arguments for a higher price: ${present(bull)}\nVerified arguments for a lower price: ${present(bear)}\nWeigh both and write the report anew.`
}
