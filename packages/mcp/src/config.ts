import { parseArgs } from 'node:util'
import { BadRequestError, parseInstrument } from '@starkmatter/core'
import { providerNames, readProviderVariables } from '@starkmatter/core/environment'
import * as z from 'zod'

/** An empty variable counts as one that is not set: that is how most shells and files unset one. */
function optional<schema extends z.ZodType>(schema: schema) {
  return z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
    schema,
  )
}

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
const port = 'a whole number from 0 to 65535'

const environment = z.object({
  PORT: optional(z.coerce.number(port).int(port).min(0, port).max(65_535, port).default(3333)),
  HOST: optional(z.string().default('127.0.0.1')),
  STARKMATTER_PROVIDERS: optional(
    z
      .string()
      .transform((names) => names.split(',').map((name) => name.trim()))
      .pipe(z.array(z.enum(providerNames, `a list of ${providerNames.join(', ')}, separated by commas`)))
      .optional(),
  ),
  STARKMATTER_WATCHLIST: optional(list).refine(
    (symbols) => symbols.length <= 50 && symbols.every(isInstrument),
    'at most 50 symbols like AAPL or BTC/USD, separated by commas',
  ),
  STARKMATTER_AS_OF: optional(
    z
      .string()
      .refine((moment) => !Number.isNaN(Date.parse(moment)), 'an instant like 2024-06-28T20:00:00Z')
      .transform((moment) => Date.parse(moment))
      .optional(),
  ),
  STARKMATTER_MCP_TOKEN: optional(z.string().trim().min(16, 'a secret of at least 16 characters').optional()),
  STARKMATTER_ALLOWED_ORIGINS: optional(list),
  STARKMATTER_ALLOWED_HOSTS: optional(list),
})

/** What the server runs with, as `readConfig` reads it. */
export type Config = z.output<typeof environment> & {
  /** Keys and addresses of providers, as `openProvider` takes them. */
  providerVariables: Readonly<Record<string, string>>
  /** Over what clients speak to it. */
  transport: 'stdio' | 'http'
  /** Print this instead of starting. */
  show: 'help' | 'version' | undefined
}

export const usage = `Usage: starkmatter-mcp [--http] [--port <number>] [--help] [--version]

Serves market data, indicators, news and sentiment as Model Context Protocol tools: over stdio, or with --http over
streamable HTTP at http://127.0.0.1:3333/mcp.

STARKMATTER_PROVIDERS        ${providerNames.join(', ')}; else what has a key, then yahoo and crypto venues
MASSIVE_API_KEY, ALPHA_VANTAGE_API_KEY, TIINGO_API_KEY,
APCA_API_KEY_ID with APCA_API_SECRET_KEY, SEC_EDGAR_USER_AGENT
                             switch a provider on
STARKMATTER_WATCHLIST        symbols of the watchlist, separated by commas
STARKMATTER_AS_OF            answer as of this instant, and nothing later
PORT, HOST                   of HTTP; a host that others can reach needs a token
STARKMATTER_MCP_TOKEN        bearer token that HTTP clients must send
STARKMATTER_ALLOWED_ORIGINS  origins of pages that may connect
STARKMATTER_ALLOWED_HOSTS    names that the server is reached by, beside those of this machine`

/**
 * The server's configuration: `--http` and `--port` from the arguments, everything else from the environment.
 *
 * @throws {BadRequestError} naming the first variable or argument that is not right, and what it should be
 */
export function readConfig(
  variables: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
): Config {
  const { port: given, http, help, version } = readArguments(args)
  const result = environment.safeParse(given === undefined ? variables : { ...variables, PORT: given })
  if (!result.success) {
    const [issue] = result.error.issues
    const name = String(issue?.path[0] ?? '')
    const isSecret = /_(?:KEY|TOKEN)$/.test(name)
    const got = isSecret
      ? ''
      : `, but is ${JSON.stringify(given && name === 'PORT' ? given : variables[name])}`
    throw new BadRequestError(`${name} must be ${issue?.message}${got}.`, { parameter: name })
  }
  const { HOST: host, STARKMATTER_MCP_TOKEN: token } = result.data
  if (http && !isLoopback(host) && token === undefined) {
    throw new BadRequestError(
      `HOST is ${host}, which others can reach. Set STARKMATTER_MCP_TOKEN, or leave HOST at 127.0.0.1.`,
      { parameter: 'STARKMATTER_MCP_TOKEN' },
    )
  }
  return {
    ...result.data,
    providerVariables: readProviderVariables(variables),
    transport: http ? 'http' : 'stdio',
    show: help ? 'help' : version ? 'version' : undefined,
  }
}

/** Whether only this machine can reach a host. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        http: { type: 'boolean' },
        port: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    }).values
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new BadRequestError(`${reason}\n\n${usage}`, { cause })
  }
}

function isInstrument(symbol: string): boolean {
  try {
    parseInstrument(symbol)
    return true
  } catch {
    return false
  }
}
