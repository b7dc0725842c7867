import { type LookupAddress, lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { BadRequestError } from '@starkmatter/core'

/**
 * What is not of the public Internet: the special-purpose registries of IANA, and multicast.
 * https://www.iana.org/assignments/iana-ipv4-special-registry
 */
const reservedIpv4 = [
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24',
  '192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15',
  '198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4',
].flatMap((line) => line.split(' '))

/** Of the one block that is given to networks, 2000::/3, what is documentation or carries an IPv4 address inside. */
const reservedIpv6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const reserved = blockList('ipv4', reservedIpv4)
const reservedInGlobal = blockList('ipv6', reservedIpv6)
const globalIpv6 = blockList('ipv6', ['2000::/3'])

function blockList(family: 'ipv4' | 'ipv6', subnets: readonly string[]): BlockList {
  const list = new BlockList()
  for (const subnet of subnets) {
    const [network = '', prefix] = subnet.split('/')
    list.addSubnet(network, Number(prefix), family)
  }
  return list
}

/** Whether an address is one of the public Internet. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !reserved.check(address, 'ipv4')
  return isIP(address) === 6 && globalIpv6.check(address, 'ipv6') && !reservedInGlobal.check(address, 'ipv6')
}

/**
 * Checks the address of a webhook as far as it can be told without asking anybody.
 *
 * @throws {BadRequestError} it is none that is spoken to, or holds a password
 */
export function checkWebhookUrl(text: string, allowPrivate: boolean): URL {
  const refusal = (message: string) => new BadRequestError(message, { parameter: 'webhook' })
  if (!URL.canParse(text)) throw refusal('A webhook must be a URL like https://example.com/hook.')
  const url = new URL(text)
  const isSpoken = url.protocol === 'https:' || (allowPrivate && url.protocol === 'http:')
  if (!isSpoken) throw refusal('A webhook must begin with https://.')
  if (url.username !== '' || url.password !== '')
    throw refusal('A webhook must hold no user and password. Tell its messages by their signature.')
  const host = hostOf(url)
  if (!allowPrivate && (isIP(host) ? !isPublicAddress(host) : host === 'localhost'))
    throw refusal(`A webhook must be on the public Internet; ${host} is not.`)
  return url
}

/** The host without the brackets of an IPv6 address. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '')
}

/** Resolves names as usual, and refuses one that leads anywhere else than to the public Internet. Used as a connection is made. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const [first] = addresses ?? []
    if (error || !first) return callback(error ?? new Error(`${hostname} has no address.`), '', 0)
    // One that is private among others is an attempt, not an accident.
    if (!addresses.every(({ address }) => isPublicAddress(address)))
      return callback(new PrivateAddressError(hostname), '', 0)
    if (options.all) callback(null, addresses)
    else callback(null, first.address, first.family)
  })
}

/** A name that leads into a private network. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError'

  constructor(hostname: string) {
    super(`${hostname} is not on the public Internet.`)
  }
}
