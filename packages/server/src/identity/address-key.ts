import { isIPv6 } from 'node:net'

/**
 * What attempts from an address are counted by: of IPv6, the network of 64 bits that one customer gets as a whole.
 *
 * @example
 * addressKey('2001:db8:0:1::7') // '2001:db8:0:1'
 */
export function addressKey(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address
  const [head = '', tail = ''] = address.split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail === '' ? [] : tail.split(':')
  const zeros = address.includes('::')
    ? Array.from({ length: 8 - front.length - back.length }, () => '0')
    : []
  return [...front, ...zeros, ...back].slice(0, 4).join(':')
}
