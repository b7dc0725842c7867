import { readFile, stat } from 'node:fs/promises'
import { BadRequestError } from '@starkmatter/core'
import type { Secrets } from './secrets.ts'

/** Larger ones are no keys: a path that leads astray must not fill the memory. */
const largestFile = 65_536

/**
 * Secrets in variables, or in files that variables name: `NAME`, or `NAME_FILE=/run/secrets/name` as Docker and Kubernetes mount them.
 * An empty variable counts as one that is not set; the end of a file's last line is not part of its value.
 *
 * @example
 * const secrets = environmentSecrets(process.env)
 * const { TIINGO_API_KEY } = await secrets.read(['TIINGO_API_KEY'])
 */
export function environmentSecrets(variables: Readonly<Record<string, string | undefined>>): Secrets {
  return {
    driver: 'environment',
    async read(names, { signal } = {}) {
      const found: Record<string, string> = {}
      for (const name of names) {
        signal?.throwIfAborted()
        const value = variables[name]?.trim()
        const path = variables[`${name}_FILE`]?.trim()
        if (value && path)
          throw new BadRequestError(`Both ${name} and ${name}_FILE are set: set one of them.`, {
            parameter: name,
          })
        const secret = path ? await readSecretFile(`${name}_FILE`, path) : value
        if (secret) found[name] = secret
      }
      return found
    },
    close() {},
  }
}

/** @throws {BadRequestError} the file cannot be read, or cannot be a secret */
async function readSecretFile(variable: string, path: string): Promise<string> {
  const refuse = (why: string, cause?: unknown) =>
    new BadRequestError(`${variable} leads to ${JSON.stringify(path)}, ${why}.`, {
      parameter: variable,
      cause,
    })
  try {
    const facts = await stat(path)
    if (!facts.isFile()) throw refuse('which is not a file')
    if (facts.size > largestFile) throw refuse(`which is larger than ${largestFile} bytes`)
    const value = (await readFile(path, 'utf8')).trim()
    if (value === '') throw refuse('which is empty')
    return value
  } catch (cause) {
    if (cause instanceof BadRequestError) throw cause
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    const whys: Record<string, string> = {
      ENOENT: 'which does not exist',
      EACCES: 'which this account may not read',
    }
    throw refuse(whys[String(code)] ?? `which cannot be read (${String(code)})`, cause)
  }
}
