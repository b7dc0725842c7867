import * as z from 'zod/mini'
import { BadRequestError } from '../../errors/index.ts'
import type { AnyTool, Tool } from './tool.ts'

/** A tool whose input is checked before it runs. */
export function defineTool<schema extends z.ZodMiniType>(tool: Tool<schema>): AnyTool {
  return {
    ...tool,
    run(input, context) {
      const parsed = z.safeParse(tool.input, input)
      if (!parsed.success) {
        const [issue] = parsed.error.issues
        const path = issue?.path.join('.') || 'the input'
        throw new BadRequestError(`${path}: ${issue?.message ?? 'not what the schema asks for'}.`, {
          parameter: path,
        })
      }
      return tool.run(parsed.data, context)
    },
  }
}
