import { parseArgs } from 'node:util'
import { BadRequestError } from '@starkmatter/core'
import * as z from 'zod'

/** An empty variable counts as one that is not set: that is how most shells and files unset one. */
const text = z.string().trim().min(1).optional().catch(undefined)

function optional<schema extends z.ZodType>(schema: schema) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema)
}

const url = optional(z.url({ protocol: /^https?$/, error: 'an http(s) address' }).optional())

/** Names of the providers that can be chosen with `STARKMATTER_PROVIDERS`. */
export const providerNames = ['massive', 'alpha-vantage', 'yahoo', 'synthetic'] as const
export type ProviderName = (typeof providerNames)[number]

const environment = z.object({
  PORT: optional(
    z.coerce
      .number({ error: 'a whole number from 0 to 65535' })
      .int('a whole number from 0 to 65535')
      .min(0, 'a whole number from 0 to 65535')
      .max(65_535, 'a whole number from 0 to 65535')
      .default(3000),
  ),
  HOST: optional(z.string().default('localhost')),
  STARKMATTER_HOME: optional(z.string().default('.starkmatter/home')),
  STARKMATTER_WEB: text,
  STARKMATTER_DATA: text,
  STARKMATTER_PROVIDERS: optional(
    z
      .string()
      .transform((names) => names.split(',').map((name) => name.trim()))
      .pipe(
        z.array(
          z.enum(providerNames, { error: `a list of ${providerNames.join(', ')}, separated by commas` }),
        ),
      )
      .optional(),
  ),
  STARKMATTER_ALLOWED_ORIGINS: optional(
    z
      .string()
      .default('')
      .transform((origins) =>
        origins
          .split(',')
          .map((origin) => origin.trim())
          .filter((origin) => origin !== ''),
      ),
  ),
  LOG_LEVEL: optional(
    z
      .enum(['silent', 'error', 'warn', 'info', 'debug'], { error: 'silent, error, warn, info or debug' })
      .default('warn'),
  ),
  MASSIVE_API_KEY: text,
  MASSIVE_BASE_URL: url,
  ALPHA_VANTAGE_API_KEY: text,
  ALPHA_VANTAGE_BASE_URL: url,
  YAHOO_BASE_URL: url,
})

export type Config = z.output<typeof environment> & {
  /** Folder of CSV files to import. */
  data: string | undefined
}

/**
 * The platform's configuration: `--data` from the arguments, everything else from the environment.
 *
 * @throws {BadRequestError} naming the first variable or argument that is not right, and what it should be
 */
export function readConfig(variables: NodeJS.ProcessEnv, args: readonly string[]): Config {
  const result = environment.safeParse(variables)
  if (!result.success) {
    const [issue] = result.error.issues
    const name = String(issue?.path[0] ?? '')
    const isSecret = name.endsWith('_KEY')
    const got = isSecret ? '' : `, but is ${JSON.stringify(variables[name])}`
    throw new BadRequestError(`${name} must be ${issue?.message}${got}.`, { parameter: name })
  }
  return { ...result.data, data: dataFolder(args) ?? result.data.STARKMATTER_DATA }
}

function dataFolder(args: readonly string[]): string | undefined {
  try {
    const { values } = parseArgs({ args: [...args], options: { data: { type: 'string' } } })
    return values.data
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new BadRequestError(`${reason} Usage: npm start -- [--data <folder of CSV files>]`, { cause })
  }
}
