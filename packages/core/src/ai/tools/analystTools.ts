import { calendarTool } from './calendarTool.ts'
import { fundamentalsTool } from './fundamentalsTool.ts'
import { newsSearchTool, sentimentSummaryTool } from './newsTools.ts'
import { barsTool, indicatorTool, quoteTool } from './priceTools.ts'
import { screenTool } from './screenTool.ts'
import type { AnyTool } from './tool.ts'

/** Everything that the analyst may look up. Few on purpose: with many tools a model takes the wrong one. */
export const analystTools: readonly AnyTool[] = [
  quoteTool,
  barsTool,
  indicatorTool,
  screenTool,
  fundamentalsTool,
  newsSearchTool,
  sentimentSummaryTool,
  calendarTool,
]
