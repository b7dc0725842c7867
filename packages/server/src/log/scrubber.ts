import { redact } from '@starkmatter/core'

/** Masks what nobody may read in what is about to be written down. */
export type Scrubber = {
  /** From now on this value is masked wherever it stands, in any case and in the usual encodings. */
  hide(secret: string): void
  scrub(text: string): string
  /** Whether nothing in a JSON text would be masked: most lines are so, and a look costs a tenth of a walk. */
  isClean(json: string): boolean
  /** A copy of a parsed JSON value: its texts are scrubbed, and fields with the name of a secret are masked whole. */
  scrubValue(value: unknown): unknown
}

const mask = '•••'

/** Shorter ones would mask ordinary words; a secret that short is none. */
const shortestSecret = 6

// Whole words at the end of a field's name, so that `tokens` of a model or an `authorizedAt` stay readable.
const separated =
  /(?:^|[-_.])(?:authorization|cookie|set-cookie|password|passwd|secret|token|ticket|api[-_]?key|private[-_]?key|credentials?|signature|dsn)$/i
const inCamels =
  /[a-z\d](?:Authorization|Cookie|Password|Secret|Token|Ticket|ApiKey|PrivateKey|Credentials?|Signature|Dsn)$/
const isSecretField = (name: unknown) =>
  typeof name === 'string' && (separated.test(name) || inCamels.test(name))

/** What comes before it in a JSON text may be the name of a secret. */
const suspicious =
  /(?:authorization|cookie|passw(?:or)?d|secret|token|ticket|key|credentials?|signature|dsn)"\s*[:,]/i

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
  let spellings: string[] = []

  const hide = (secret: string) => {
    if (secret.length < shortestSecret || hidden.has(secret)) return
    hidden.add(secret)
    // The password of an address is a secret of its own: drivers tell it apart from the rest.
    const { password = '' } = URL.canParse(secret) ? new URL(secret) : {}
    for (const part of [password, decoded(password)]) hide(part)
    spellings = [...new Set([...hidden].flatMap(spellingsOf).map((text) => text.toLowerCase()))]
    spellings.sort((a, b) => b.length - a.length)
    anyHidden = new RegExp(spellings.map(escaped).join('|'), 'giu')
  }

  /** Looking for texts one by one is many times faster than the expression that finds where they are. */
  const hasHidden = (text: string) => {
    const lower = text.toLowerCase()
    return spellings.some((spelling) => lower.includes(spelling))
  }

  const scrub = (text: string) => {
    const shown = anyHidden && hasHidden(text) ? text.replace(anyHidden, mask) : text
    // Letters whose cases are of different lengths are found, but not where they are.
    if (hasHidden(shown)) return mask
    const masked = redact(shown)
    if (!anyHidden || !masked.includes('%')) return masked
    // Encoded in part, or more than once: then the place is not known, and nothing of it is told.
    const plain = decoded(decoded(masked))
    return hasHidden(plain) ? mask : masked
  }

  const scrubValue = (value: unknown, depth = 0): unknown => {
    if (typeof value === 'string') return scrub(value)
    if (typeof value !== 'object' || value === null) return value
    if (depth === deepest) return mask
    if (Array.isArray(value))
      // Raw headers are a list in which each value follows its name.
      return value.map((item, at) => (isSecretField(value[at - 1]) ? mask : scrubValue(item, depth + 1)))
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        scrub(name),
        isSecretField(name) && inner !== null ? mask : scrubValue(inner, depth + 1),
      ]),
    )
  }

  return {
    hide,
    scrub,
    isClean: (json) => !suspicious.test(json) && scrub(json) === json,
    scrubValue: (value) => scrubValue(value),
  }
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
