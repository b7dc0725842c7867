import { type Document, DomHandler } from 'domhandler'
import { Parser } from 'htmlparser2'
import { ValidationError } from '../../errors/index.ts'

/** No feed is this deep, and the parser's cost grows with the depth of what is never closed. */
const deepest = 1_000

/** Namespaces, and the prefix under which their elements are looked for, whatever prefix a feed gives them. */
const namespaces: readonly (readonly [address: RegExp, prefix: string])[] = [
  [/www\.w3\.org\/2005\/Atom$|purl\.org\/(?:atom\/ns#|rss\/1\.0\/)$|backend\.userland\.com\/rss2$/i, ''],
  [/purl\.org\/dc\/elements\/1\.\d\/?$/, 'dc:'],
  [/purl\.org\/dc\/terms\/?$/, 'dcterms:'],
  [/purl\.org\/rss\/1\.0\/modules\/content\/?$/, 'content:'],
  [/search\.yahoo\.com\/mrss\/?$/, 'media:'],
  [/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#$/, 'rdf:'],
]

/** Elements that hold a text, and begin after another of them has ended: so it has, where its end was forgotten. */
const texts =
  /^(?:title|link|guid|id|pubdate|published|updated|issued|modified|date|dc:\w+|author|category|comments|description|summary|enclosure|media:\w+|content:encoded)$/i
/** Of these, those that hold nothing but text. What `author` or `source` hold may be called `title` too. */
const plainTexts =
  /^(?:title|link|guid|id|pubdate|published|updated|date|dc:\w+|description|summary|category)$/i
const items = /^(?:item|entry)$/i
/** What has texts of its own within. */
const holders = /^(?:item|entry|content|source|author|image)$/i

/** An element whose end the parser has not seen; `ended` where that was forgotten. */
type Open = {
  ended: boolean
  /** Places of the innermost text and item around it, itself included, among those that are open; below 0 for none. */
  text: number
  item: number
}

/**
 * Markup as a tree of nodes. Elements of known namespaces have the prefix that is usual for them, those of Atom and RSS
 * none. A title, link or item that was never closed ends where the next begins.
 *
 * @throws {ValidationError} elements are nested too deep
 */
export function parseMarkup(text: string, provider: string): Document {
  /** As the parser counts them, and those of them that have not ended. */
  const stack: Open[] = []
  const open: Open[] = []
  /** What stands in place of the prefixes of this document. */
  const prefixes = new Map<string, string>()
  const handler = new DomHandler()
  const { onopentag, onclosetag } = handler

  /** Ends the element at a place with all that is open within. */
  function endFrom(place = -1): void {
    if (place < 0) return
    for (const one of open.splice(place)) {
      one.ended = true
      onclosetag.call(handler)
    }
  }

  function begin(name: string): void {
    if (texts.test(name)) endFrom(open.at(-1)?.text)
    if (items.test(name)) {
      endFrom(open.at(-1)?.text)
      endFrom(open.at(-1)?.item)
    }
    const { text = -1, item = -1 } = open.at(-1) ?? {}
    const place = open.length
    const own = holders.test(name) ? -1 : plainTexts.test(name) ? place : text
    const one = { ended: false, text: own, item: items.test(name) ? place : item }
    stack.push(one)
    open.push(one)
  }

  const parser = new Parser(
    Object.assign(handler, {
      onopentag(name: string, attribs: Record<string, string>) {
        if (stack.length >= deepest) {
          throw new ValidationError({
            provider,
            path: '',
            expected: `a feed of at most ${deepest} levels`,
            got: 'deeper markup',
          })
        }
        for (const [attribute, value] of Object.entries(attribs)) {
          const known = attribute.startsWith('xmlns:') && namespaces.find(([address]) => address.test(value))
          if (known) prefixes.set(attribute.slice('xmlns:'.length), known[1])
        }
        const colon = name.indexOf(':')
        const prefix = prefixes.get(name.slice(0, colon))
        const local = colon > 0 && prefix !== undefined ? `${prefix}${name.slice(colon + 1)}` : name
        begin(local)
        onopentag.call(handler, local, attribs)
      },
      onclosetag() {
        if (stack.pop()?.ended) return
        open.pop()
        onclosetag.call(handler)
      },
    }),
    { xmlMode: true, recognizeCDATA: true },
  )
  parser.end(text)
  return handler.root
}
