import { redact } from '@starkmatter/core'

/** Masks what nobody may read in what is about to be written down. */
export type Scrubber = {
  /** From now on this value is masked wherever it stands, in any case and in the usual encodings. */
  hide(secret: string): void
  scrub(text: string): string
  /** A copy of a parsed JSON value: its texts are scrubbed, and fields with the name of a secret are masked whole. */
  scrubValue(value: unknown): unknown
}

const mask = '•••'

/** Shorter ones would mask ordinary words; a secret that short is none. */
const shortestSecret = 6

// Whole words of a field's name, so that `tokens` of a model or an `authorizedAt` stay readable.
const secretField =
  /(?:^|[-_.])(?:authorization|cookie|set-cookie|password|passwd|secret|token|ticket|api[-_]?key|private[-_]?key|credentials?|signature|dsn)$/i

/** Deeper than this nothing is told: facts are flat, and a walk has to end. */
const deepest = 8

/**
 * Masks by three rules: the values that it was told to hide, the names under which secrets travel, and the shape of credentials
 * in a text (`redact` of the SDK).
 *
 * @example
 * const { hide, scrub } = createScrubber()
 * hide('hunter22')
 * scrub('told HUNTER22 to a stranger') // 'told ••• to a stranger'
 */
export function createScrubber(): Scrubber {
  const hidden = new Set<string>()
  let anyHidden: RegExp | undefined

  const hide = (secret: string) => {
    if (secret.length < shortestSecret || hidden.has(secret)) return
    hidden.add(secret)
    // The password of an address is a secret of its own: drivers tell it apart from the rest.
    const { password = '' } = URL.canParse(secret) ? new URL(secret) : {}
    for (const part of [password, decoded(password)]) hide(part)
    const spellings = [...hidden].flatMap(spellingsOf).sort((a, b) => b.length - a.length)
    anyHidden = new RegExp([...new Set(spellings)].map(escaped).join('|'), 'giu')
  }

  const scrub = (text: string) => {
    const masked = redact(anyHidden ? text.replace(anyHidden, mask) : text)
    if (!anyHidden || !masked.includes('%')) return masked
    // Encoded in part, or more than once: then the place is not known, and nothing of it is told.
    const plain = decoded(decoded(masked))
    return plain.replace(anyHidden, mask) === plain ? masked : mask
  }

  const scrubValue = (value: unknown, depth = 0): unknown => {
    if (typeof value === 'string') return scrub(value)
    if (typeof value !== 'object' || value === null) return value
    if (depth === deepest) return mask
    if (Array.isArray(value)) return value.map((item) => scrubValue(item, depth + 1))
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        scrub(name),
        secretField.test(name) && inner !== null ? mask : scrubValue(inner, depth + 1),
      ]),
    )
  }

  return { hide, scrub, scrubValue: (value) => scrubValue(value) }
}

/** How a value looks in a text, an address, a JSON text, a header for basic authorization, a dump. */
function spellingsOf(secret: string): string[] {
  const bytes = Buffer.from(secret)
  // Half a character pair is no text for an address.
  const text = bytes.toString()
  const everyByte = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
  return [
    secret,
    encodeURIComponent(text),
    new URLSearchParams([['', text]]).toString().slice(1),
    everyByte,
    JSON.stringify(secret).slice(1, -1),
    bytes.toString('hex'),
    ...[0, 1, 2].flatMap((offset) => insideBase64(bytes, offset)),
  ]
}

/** The characters of Base64 that a value alone decides, when `offset` bytes of something else stand before it. */
function insideBase64(bytes: Buffer, offset: number): string[] {
  const text = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replaceAll('=', '')
  const first = Math.ceil((offset * 8) / 6)
  const last = Math.floor(((offset + bytes.length) * 8) / 6)
  const own = text.slice(first, last)
  return [own, own.replaceAll('+', '-').replaceAll('/', '_')]
}

/** Percent signs undone, as far as they are any. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString())
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
