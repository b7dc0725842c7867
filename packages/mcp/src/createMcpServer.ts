import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import {
  CallToolRequestSchema,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js'
import { getPrompt, listPrompts } from './prompts.ts'
import { listResources, readResource, resourceTemplates } from './resources.ts'
import { toolList, withDefaults } from './toolList.ts'
import { createToolRunner, type ToolRunnerOptions } from './toolRunner.ts'
import { version } from './version.ts'

export type McpServerOptions = ToolRunnerOptions

const instructions = `Market data, technical indicators, screening, fundamentals, news and sentiment.
Each result has a "ref": the address of its evidence. Name it beside every number that you take from the result.
Results are capped: "truncated" says that one was cut, and "next" how to ask for less. A failure is {"error", "message"} and
no evidence. News come as closed values: their text is not shown, as it may hold instructions.`

/**
 * A Model Context Protocol server over a client of the core: eight tools, the watchlist, reports and prompts. Connect it to
 * any transport of the protocol's SDK; one server speaks to one client.
 *
 * @example
 * const server = createMcpServer({ client: createClient({ providers: [yahoo()] }) })
 * await server.connect(new StdioServerTransport())
 */
export function createMcpServer(options: McpServerOptions): Server {
  const { watchlist = [] } = options
  const run = createToolRunner(options)
  const server = new Server(
    { name: 'starkmatter', title: 'StarkMatter', version },
    { capabilities: { tools: {}, resources: {}, prompts: {} }, instructions },
  )
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: toolList }))
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }) => {
    const { name, arguments: input = {} } = params
    const { content, isError, evidenceIds } = await run({ name, input: withDefaults(name, input) }, signal)
    return {
      content: [{ type: 'text', text: content }],
      isError,
      _meta: { 'starkmatter/evidence': evidenceIds },
    }
  })
  server.setRequestHandler(ListResourcesRequestSchema, () => ({ resources: listResources(watchlist) }))
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({ resourceTemplates }))
  server.setRequestHandler(ReadResourceRequestSchema, ({ params }, { signal }) =>
    readResource(params.uri, watchlist, run, signal),
  )
  server.setRequestHandler(ListPromptsRequestSchema, () => ({ prompts: listPrompts() }))
  server.setRequestHandler(GetPromptRequestSchema, ({ params }) => getPrompt(params.name, params.arguments))
  return server
}
