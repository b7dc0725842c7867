import type {
  AnalystEvent,
  AnalystStatus,
  PartialBody,
  ReportSchema,
  Spent,
  ToolEvent,
} from '@starkmatter/core/ai'

/** What a run has told so far. */
export type AnalysisProgress<schema extends ReportSchema = ReportSchema> = {
  /** What it is doing. */
  status: AnalystStatus | null
  /** The report as far as it is known; never a final one. */
  partial: PartialBody<schema> | undefined
  /** Its look-ups in the order of their beginnings, each as it stands. */
  tools: readonly ToolEvent[]
  spent: Spent | null
}

export const nothingYet: AnalysisProgress<never> = {
  status: null,
  partial: undefined,
  tools: [],
  spent: null,
}

/** The progress after one more event. */
export function advance<schema extends ReportSchema>(
  progress: AnalysisProgress<schema>,
  event: AnalystEvent<schema>,
): AnalysisProgress<schema> {
  switch (event.type) {
    case 'status':
      return { ...progress, status: event.status }
    case 'tool':
      return { ...progress, tools: withTool(progress.tools, event) }
    case 'partial':
      return { ...progress, partial: event.body }
    case 'reset':
      return { ...progress, partial: undefined }
    case 'usage':
    case 'final':
      return { ...progress, spent: event.spent }
  }
}

function withTool(tools: readonly ToolEvent[], event: ToolEvent): readonly ToolEvent[] {
  const isKnown = tools.some(({ id }) => id === event.id)
  return isKnown ? tools.map((tool) => (tool.id === event.id ? event : tool)) : [...tools, event]
}
