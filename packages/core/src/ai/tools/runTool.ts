import { StarkMatterError } from '../../errors/index.ts'
import type { EvidenceLedger } from '../evidence/ledger.ts'
import { fitEvidence, packResult } from './packResult.ts'
import type { AnyTool, ToolContext } from './tool.ts'

export type ToolResult = { content: string; isError: boolean; evidenceId?: string }

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
      `There is no tool "${call.name}". Use ${tools.map(({ name }) => name).join(', ')}.`,
    )
  try {
    const { evidence: found, next } = await tool.run(call.input, context)
    const { content, truncated } = fitEvidence(found)
    if (content.asOf.length === 0 && !content.quotes?.length)
      return failure('no_data', `${tool.name} found nothing.`)
    const evidence = ledger.add(content)
    return { content: packResult(evidence, truncated, next), isError: false, evidenceId: evidence.id }
  } catch (error) {
    context.signal.throwIfAborted()
    if (!StarkMatterError.is(error)) return failure('validation', 'The tool failed on the data it got.')
    return failure(error.code === 'BAD_REQUEST' ? 'bad_input' : error.code.toLowerCase(), error.message)
  }
}

function failure(error: string, message: string): ToolResult {
  return { content: JSON.stringify({ error, message: message.slice(0, 400) }), isError: true }
}
