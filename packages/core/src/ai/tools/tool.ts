import type * as z from 'zod/mini'
import type { ClientActions } from '../../client/types.ts'
import type { EvidenceContent } from '../evidence/evidence.ts'

/** The parts of the SDK that tools stand on. An absent method makes its tool answer that it is not available. */
export type ToolSources = Partial<ClientActions>

export type ToolContext = {
  sources: ToolSources
  /** Nothing later than this instant may be seen, ms UTC. */
  asOf: number
  /** The present, ms UTC: equal to `asOf` in a live run. */
  now: number
  signal: AbortSignal
  timeoutMs: number
  /** Instruments that the run is about, where a tool has no other choice of subjects. */
  universe: readonly string[]
}

/** What a tool found: evidence, and how to ask for what did not fit. */
export type ToolFinding = { evidence: EvidenceContent; next?: Readonly<Record<string, unknown>> | undefined }

/** One thing that the model may look up. */
export type Tool<schema extends z.ZodMiniType = z.ZodMiniType> = {
  name: string
  description: string
  input: schema
  run(input: z.infer<schema>, context: ToolContext): Promise<ToolFinding>
}

/** Keeps a tool's own input type, whatever list it is put in. */
export type AnyTool = {
  name: string
  description: string
  input: z.ZodMiniType
  run(input: unknown, context: ToolContext): Promise<ToolFinding>
}
