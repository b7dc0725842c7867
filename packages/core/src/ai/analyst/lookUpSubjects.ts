import { StarkMatterError } from '../../errors/index.ts'
import { parseInstrument } from '../../market/index.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { EvidenceLedger } from '../evidence/ledger.ts'
import { mapLimited } from '../mapLimited.ts'
import { packResult } from '../tools/packResult.ts'
import { quoteTool } from '../tools/priceTools.ts'
import type { ToolContext, ToolFinding } from '../tools/tool.ts'

/** One instrument of a run, found with its provider before a token is spent. */
export type Subject = {
  /** As it was asked for. */
  symbol: string
  /** Canonical id, as the evidence has it. */
  id: string
  name: string | undefined
  /** Its last price; absent where the client has no prices. */
  evidence: Evidence | undefined
  /** The same as the model reads it. */
  packed: string | undefined
}

const atOnce = 4

/**
 * Finds each instrument and its last price, in the order asked.
 *
 * @throws {StarkMatterError} UNKNOWN_SYMBOL, NO_DATA and whatever else the client says of one of them
 */
export async function lookUpSubjects(
  symbols: readonly string[],
  context: ToolContext,
  ledger: EvidenceLedger,
): Promise<Subject[]> {
  return mapLimited(symbols, atOnce, (symbol) => lookUp(symbol, context, ledger))
}

async function lookUp(symbol: string, context: ToolContext, ledger: EvidenceLedger): Promise<Subject> {
  const found = (await findPrice(symbol, context))?.evidence
  const content = found && ('tool' in found ? found : found[0])
  if (!content) {
    return { symbol, id: parseInstrument(symbol).id, name: undefined, evidence: undefined, packed: undefined }
  }
  const evidence = ledger.add(content)
  const packed = packResult([evidence], false, undefined)
  return { symbol, id: evidence.subject, name: evidence.subjectName, evidence, packed }
}

/** The last price, by quote or else by bars; `undefined` where the client has neither. */
async function findPrice(symbol: string, context: ToolContext): Promise<ToolFinding | undefined> {
  const { getQuote, ...withoutQuote } = context.sources
  if (!getQuote && !context.sources.getBars) return undefined
  try {
    return await quoteTool.run({ symbol }, context)
  } catch (error) {
    const mayHelp = StarkMatterError.is(error) && (error.retryable || error.code === 'UNSUPPORTED')
    if (!mayHelp || !getQuote || !context.sources.getBars || context.signal.aborted) throw error
    return quoteTool.run({ symbol }, { ...context, sources: withoutQuote }).catch(() => {
      throw error
    })
  }
}
