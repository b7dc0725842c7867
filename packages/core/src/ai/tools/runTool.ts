import { type ErrorCode, StarkMatterError } from '../../errors/index.ts'
import { untilAborted } from '../../http/deadline.ts'
import type { Evidence, EvidenceContent } from '../evidence/evidence.ts'
import type { EvidenceLedger } from '../evidence/ledger.ts'
import { fitEvidence, packResult } from './packResult.ts'
import type { AnyTool, ToolContext } from './tool.ts'

export type ToolResult = {
  content: string
  isError: boolean
  /** The first of `evidenceIds`. */
  evidenceId?: string
  /** One for each subject that something was found about; none in a failure. */
  evidenceIds: readonly string[]
}

/**
 * Runs one tool call of the model and packs what it found.
 *
 * A failure becomes a typed answer without an evidence id: no claim can be built on it. Only an abort is thrown.
 */
export async function runTool(
  tools: readonly AnyTool[],
  call: { name: string; input: unknown },
  context: ToolContext,
  ledger: EvidenceLedger,
): Promise<ToolResult> {
  const tool = tools.find(({ name }) => name === call.name)
  if (!tool)
    return failure(
      'bad_input',
      `There is no tool of this name. Use ${tools.map(({ name }) => name).join(', ')}.`,
    )
  try {
    // A source may not listen to the signal.
    const finding = untilAborted(tool.run(call.input, context), context.signal)
    const { evidence: found, next } = await finding
    const { contents, truncated } = fitEvidence(listOf(found).filter(holdsSomething), next)
    if (contents.length === 0) return failure('no_data', `${tool.name} found nothing.`)
    const evidence = take(contents, tool.name, ledger)
    const evidenceIds = evidence.map(({ id }) => id)
    const [evidenceId] = evidenceIds
    return {
      content: packResult(evidence, truncated, next),
      isError: false,
      evidenceIds,
      ...(evidenceId !== undefined && { evidenceId }),
    }
  } catch (error) {
    context.signal.throwIfAborted()
    if (error instanceof BrokenEvidence) return failure('validation', error.message)
    if (!StarkMatterError.is(error)) return failure('validation', 'The tool failed on the data it got.')
    return failure(error.code === 'BAD_REQUEST' ? 'bad_input' : error.code.toLowerCase(), explain(error))
  }
}

/** Adds what a tool gave. What is no evidence is the fault of whoever wrote the tool, and of neither the model nor a source. */
function take(contents: readonly EvidenceContent[], tool: string, ledger: EvidenceLedger): Evidence[] {
  try {
    return contents.map((content) => ledger.add(content))
  } catch (cause) {
    const why = StarkMatterError.is(cause) ? cause.message : 'It lacks a part.'
    throw new BrokenEvidence(`The tool "${tool}" gave what is no evidence. ${why} Go on without it.`, {
      cause,
    })
  }
}

class BrokenEvidence extends Error {}

const reasons: Partial<Record<ErrorCode, string>> = {
  INVALID_KEY: 'The key of this source is not accepted.',
  NOT_ENTITLED: 'The plan of this source does not include it.',
  RATE_LIMITED: 'This source is asked too often. Go on without it.',
  QUOTA_EXHAUSTED: 'The quota of this source is used up. Go on without it.',
  UNKNOWN_SYMBOL: 'No source lists this symbol. Check its spelling.',
  DELISTED: 'This instrument is no longer traded.',
  NO_DATA: 'There is nothing for this question.',
  RETIRED: 'This source has ended.',
  NETWORK: 'This source could not be reached. Go on without it.',
  TIMEOUT: 'This source took too long. Go on without it.',
  UNSUPPORTED: 'No source has this.',
}

/** A tool's own words may be told. A vendor's may not: they come from outside, like an article. */
function explain({ provider, code, message }: StarkMatterError): string {
  if (provider === undefined) return message
  return reasons[code] ?? 'This source failed. Go on without it.'
}

function listOf(found: EvidenceContent | readonly EvidenceContent[]): readonly EvidenceContent[] {
  return 'length' in found ? found : [found]
}

function holdsSomething({ asOf, metrics }: EvidenceContent): boolean {
  return asOf.length > 0 && metrics.length > 0
}

function failure(error: string, message: string): ToolResult {
  return {
    content: JSON.stringify({ error, message: message.slice(0, 400) }),
    isError: true,
    evidenceIds: [],
  }
}
