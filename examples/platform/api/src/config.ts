import { isIP } from 'node:net'
import { parseArgs } from 'node:util'
import { BadRequestError } from '@starkmatter/core'
import { providerNames, providerVariableNames, readProviderVariables } from '@starkmatter/core/environment'
import * as z from 'zod'

/** An empty variable counts as one that is not set: that is how most shells and files unset one. */
const text = z.string().trim().min(1).optional().catch(undefined)

function optional<schema extends z.ZodType>(schema: schema) {
  return z.preprocess((value) => (value === '' ? undefined : value), schema)
}

const port = z.coerce
  .number({ error: 'a whole number from 0 to 65535' })
  .int('a whole number from 0 to 65535')
  .min(0, 'a whole number from 0 to 65535')
  .max(65_535, 'a whole number from 0 to 65535')

/** Those of a machine and of private networks. */
const namedNetworks = ['loopback', 'linklocal', 'uniquelocal']

/** Whether a name stands for networks, or is an address (`::1`) or a network (`10.0.0.0/8`). */
function isNetwork(name: string): boolean {
  if (namedNetworks.includes(name)) return true
  const [address = '', bits = '0', ...rest] = name.split('/')
  const version = isIP(address)
  return (
    version > 0 && rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)
  )
}

const environment = z.object({
  PORT: optional(port.default(3000)),
  /** Where figures for Prometheus are served apart from everything else. */
  METRICS_PORT: optional(port.optional()),
  HOST: optional(z.string().default('localhost')),
  /** Whether people sign in. Without a wish: where others than this machine reach it. */
  STARKMATTER_ACCOUNTS: optional(z.enum(['on', 'off'], { error: 'on or off' }).optional()),
  STARKMATTER_REGISTRATION: optional(
    z.enum(['invitation', 'open'], { error: 'invitation or open' }).default('invitation'),
  ),
  /** Private JSON Web Key that signs access tokens; without it one is made and kept in the database. */
  STARKMATTER_SIGNING_KEY: text,
  STARKMATTER_HOME: optional(z.string().default('.starkmatter/home')),
  /** A PostgreSQL server to keep everything in, in the place of the embedded one. */
  DATABASE_URL: text,
  /** A Redis that several platforms share: one of them watches what all serve, and budgets of providers hold for all together. */
  REDIS_URL: text,
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
  /** Proxies whose word is taken for the address of a caller, and for whether it speaks https. */
  STARKMATTER_TRUSTED_PROXIES: optional(
    z
      .string()
      .transform((names) => names.split(',').map((name) => name.trim()))
      .refine((names) => names.every(isNetwork), {
        error: 'addresses or networks (10.0.0.0/8, loopback, linklocal, uniquelocal), separated by commas',
      })
      .optional(),
  ),
  /** Of the analyst; without it there is none. */
  ANTHROPIC_API_KEY: text,
  /** Whether webhooks of alerts may lead into private networks, and go without encryption. */
  ALERT_WEBHOOKS_PRIVATE: optional(z.enum(['true', 'false'], { error: 'true or false' }).default('false')),
  /** What its reports may cost in a day, over all who ask for them. */
  REPORTS_USD_PER_DAY: optional(
    z.coerce
      .number({ error: 'an amount in dollars, 0 or more' })
      .min(0, 'an amount in dollars, 0 or more')
      .default(5),
  ),
  LOG_LEVEL: optional(
    z
      .enum(['silent', 'error', 'warn', 'info', 'debug'], { error: 'silent, error, warn, info or debug' })
      .default('warn'),
  ),
  /** Lines for people, or JSON with the fields of the Elastic Common Schema. */
  LOG_FORMAT: optional(z.enum(['plain', 'ecs'], { error: 'plain or ecs' }).default('plain')),
  /** A Vault that holds what is set neither here nor in a file. */
  VAULT_ADDR: text,
  VAULT_PATH: optional(z.string().default('secret/starkmatter')),
  VAULT_NAMESPACE: text,
  VAULT_TOKEN: text,
  /** Signs in as the pod that this runs in, in the place of a token. */
  VAULT_KUBERNETES_ROLE: text,
  VAULT_KUBERNETES_MOUNT: optional(z.string().default('kubernetes')),
  /** A project at Sentry that is told of faults. */
  SENTRY_DSN: text,
  /** Which build runs here, as logs and figures name it. */
  STARKMATTER_REVISION: text,
})

/** Every variable that the platform reads. */
export const variableNames: readonly string[] = [...Object.keys(environment.shape), ...providerVariableNames]

/** Whether a variable holds what must not be repeated: its name says so. */
export function isSecretVariable(name: string): boolean {
  return /(?:_KEY|_KEY_ID|SECRET|TOKEN|PASSWORD|_DSN)$|^(?:DATABASE|REDIS)_URL$/.test(name)
}

export type Config = z.output<typeof environment> & {
  /** Keys and addresses of providers, as `openProvider` takes them. */
  providerVariables: Readonly<Record<string, string>>
  /** Folder of CSV files to import. */
  data: string | undefined
}

/**
 * The platform's configuration: `--data` from the arguments, everything else from the environment.
 *
 * @throws {BadRequestError} naming the first variable or argument that is not right, and what it should be
 */
export function readConfig(
  variables: Readonly<Record<string, string | undefined>>,
  args: readonly string[],
): Config {
  const result = environment.safeParse(variables)
  if (!result.success) {
    const [issue] = result.error.issues
    const name = String(issue?.path[0] ?? '')
    const got = isSecretVariable(name)
      ? 'something else, which is not repeated here'
      : JSON.stringify(variables[name])
    throw new BadRequestError(`${name} must be ${issue?.message}, but is ${got}.`, { parameter: name })
  }
  return {
    ...result.data,
    providerVariables: readProviderVariables(variables),
    data: dataFolder(args) ?? result.data.STARKMATTER_DATA,
  }
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
