import { BadRequestError } from '@starkmatter/core'
import {
  environmentSecrets,
  openVaultSecrets,
  type Secrets,
  type SecretValues,
  type VaultAuth,
  watchSecrets,
} from '@starkmatter/server'
import { isSecretVariable, readConfig, variableNames } from './config.ts'
import type { PlatformLog } from './log.ts'

export type PlatformSecrets = {
  /** All variables that have a value, wherever it came from. */
  variables: SecretValues
  /** Hides what is secret from the log, and warns there when a value has changed at its source. Answers how to stop. */
  watch(log: Pick<PlatformLog, 'hide' | 'logger'>): () => void
  close(): void
}

/**
 * The platform's variables: from the environment, else from the file that `NAME_FILE` names, else from Vault where `VAULT_ADDR` is set.
 *
 * @throws {StarkMatterError} a file or Vault cannot be read; the message says what to do
 */
export async function openSecrets(environment: NodeJS.ProcessEnv): Promise<PlatformSecrets> {
  const near = environmentSecrets(environment)
  const local = await near.read(variableNames)
  const vault = await openVault(local)
  const sources: readonly Secrets[] = vault ? [near, vault] : [near]
  try {
    const distant = vault ? await vault.read(variableNames) : {}
    // The nearer one wins, so that a single process can be given another value than the rest.
    const variables = { ...distant, ...local }
    return {
      variables,
      watch(log) {
        const hide = (values: SecretValues, isSecret: (name: string) => boolean) => {
          for (const [name, value] of Object.entries(values)) if (isSecret(name)) log.hide(value)
        }
        hide(local, isSecretVariable)
        // What is kept in Vault is secret, whatever it is called.
        hide(distant, () => true)
        const stops = sources.map((source) =>
          watchSecrets(
            source,
            source === near ? local : distant,
            (changed) => {
              hide(changed, (name) => source !== near || isSecretVariable(name))
              const names = Object.keys(changed).filter((name) => source === near || !(name in local))
              if (names.length > 0)
                log.logger.warn(`${names.join(', ')} changed. Restart to use it.`, { source: source.driver })
            },
            {
              onFailure: (error) =>
                log.logger.warn('Secrets cannot be read anew', {
                  source: source.driver,
                  reason: error instanceof Error ? error.message : String(error),
                }),
            },
          ),
        )
        return () => {
          for (const stop of stops) stop()
        }
      },
      close() {
        for (const source of sources) source.close()
      },
    }
  } catch (error) {
    vault?.close()
    throw error
  }
}

async function openVault(variables: SecretValues): Promise<Secrets | undefined> {
  const config = readConfig(variables, [])
  const { VAULT_ADDR: address, VAULT_PATH: path, VAULT_NAMESPACE: namespace } = config
  if (address === undefined) return undefined
  return openVaultSecrets({ address, path, namespace, auth: authOf(config) })
}

function authOf({
  VAULT_TOKEN: token,
  VAULT_KUBERNETES_ROLE: role,
  VAULT_KUBERNETES_MOUNT: mount,
}: ReturnType<typeof readConfig>): VaultAuth {
  if (role !== undefined) return { role, mount }
  if (token !== undefined) return { token }
  throw new BadRequestError(
    'VAULT_ADDR is set, but not who signs in: set VAULT_TOKEN, VAULT_TOKEN_FILE or VAULT_KUBERNETES_ROLE.',
    { parameter: 'VAULT_TOKEN' },
  )
}
