import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Accounts, createAccounts, type Store } from '@starkmatter/server'
import type { Config } from './config.ts'
import type { PlatformLog } from './log.ts'

const loopback = ['localhost', '127.0.0.1', '::1']

/** Whether people sign in: not on a machine that nobody else reaches, unless it is said otherwise. */
export function hasAccounts({ STARKMATTER_ACCOUNTS: wish, HOST: host }: Config): boolean {
  return wish === undefined ? !loopback.includes(host) : wish === 'on'
}

/** The platform's accounts, in its store; nothing where everybody may do everything. */
export function openAccounts(
  config: Config,
  store: Promise<Store>,
  { logger }: PlatformLog,
): Accounts | undefined {
  if (!hasAccounts(config)) return undefined
  return createAccounts({
    store: store.then(({ accounts }) => accounts),
    registration: config.STARKMATTER_REGISTRATION,
    signingKey: config.STARKMATTER_SIGNING_KEY,
    logger,
  })
}

/**
 * Says who may come in. Where there is no account yet, tells whoever started the platform a link that makes the first one: at a
 * terminal as it is; where lines are collected, in a file that only this account may read, since a secret is none in a log.
 */
export async function announceAccounts(
  accounts: Accounts | undefined,
  url: string,
  { HOST: host, LOG_FORMAT: format, STARKMATTER_HOME: home }: Config,
  { say }: PlatformLog,
): Promise<void> {
  if (!accounts) {
    say(
      loopback.includes(host)
        ? 'Accounts are off: this machine alone reaches it. STARKMATTER_ACCOUNTS=on asks people to sign in.'
        : `Accounts are off, as STARKMATTER_ACCOUNTS asks: whoever reaches ${host} may do everything.`,
    )
    return
  }
  const invitation = await accounts.inviteFirst()
  if (invitation === undefined) return say('Accounts are on.')
  // Behind the # it is not sent to any server, and stands in no server's log.
  const link = `${url}/#join=${invitation}`
  if (format === 'plain') return say(`Accounts are on. Make the first one, an admin's, within a day: ${link}`)
  const file = join(home, 'first-account.txt')
  await mkdir(home, { recursive: true })
  await writeFile(file, `${link}\n`, { mode: 0o600 })
  say(`Accounts are on. The link that makes the first one, an admin's, is in ${file}, and good for a day.`)
}
