import { type Document, DomHandler } from 'domhandler'
import { Parser } from 'htmlparser2'
import { ValidationError } from '../../errors/index.ts'

/** No feed is this deep, and the parser's cost grows with the depth of what is never closed. */
const deepest = 1_000

/** Namespaces whose elements feeds write without a prefix, or with any. */
const plain = /^https?:\/\/(?:www\.w3\.org\/2005\/Atom|purl\.org\/(?:atom\/ns#|rss\/1\.0\/))$/

/**
 * Markup as a tree of nodes. Elements of Atom and RSS 1.0 lose the prefix that the document gives them.
 *
 * @throws {ValidationError} elements are nested too deep
 */
export function parseMarkup(text: string, provider: string): Document {
  let depth = 0
  const prefixes = new Set<string>()
  const handler = new DomHandler()
  const { onopentag, onclosetag } = handler
  const parser = new Parser(
    Object.assign(handler, {
      onopentag(name: string, attribs: Record<string, string>) {
        if (++depth > deepest) {
          throw new ValidationError({
            provider,
            path: '',
            expected: `a feed of at most ${deepest} levels`,
            got: 'deeper markup',
          })
        }
        for (const [attribute, value] of Object.entries(attribs)) {
          if (attribute.startsWith('xmlns:') && plain.test(value)) prefixes.add(attribute.slice(6))
        }
        const colon = name.indexOf(':')
        const local = colon > 0 && prefixes.has(name.slice(0, colon)) ? name.slice(colon + 1) : name
        onopentag.call(handler, local, attribs)
      },
      onclosetag() {
        depth--
        onclosetag.call(handler)
      },
    }),
    { xmlMode: true, recognizeCDATA: true },
  )
  parser.end(text)
  return handler.root
}
