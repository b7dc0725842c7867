import { type ChildNode, type Element, isTag, isText } from 'domhandler'
import { ValidationError } from '../../errors/index.ts'
import { decodeEntities } from '../../provider/news/decodeEntities.ts'
import { parseUrl } from '../../provider/parse-url.ts'
import { closeSections } from './closeSections.ts'
import { parseMarkup } from './parseMarkup.ts'
import { readDate } from './readDate.ts'

/** One entry of a feed, as it stands there. */
export type FeedEntry = {
  title: string
  url: string
  /** ms UTC; `undefined` where the entry has no date that can be read. */
  time: number | undefined
  summary: string
  author: string
  imageUrl: string
}

export type Feed = {
  title: string
  language: string
  /** ms UTC at which the feed says that it was made. */
  time: number | undefined
  entries: FeedEntry[]
}

/** Feeds are some kilobytes; what is larger is not a feed. */
const longestFeed = 8 * 2 ** 20

/**
 * Reads RSS 0.9x to 2.0, RSS 1.0 (RDF) and Atom, tolerant of what feeds in the wild get wrong: unescaped `&`, tags left
 * open, HTML entities, a missing `<channel>` or title, namespaces under any prefix, relative links, dates in many formats.
 *
 * @param address - Where the feed came from; relative links are read against it, unless the feed names its site.
 * @throws {ValidationError} it is no feed, it is too large, or it declares entities of its own
 */
export function readFeed(text: string, provider: string, address = ''): Feed {
  if (text.length > longestFeed) {
    throw new ValidationError({
      provider,
      path: '',
      expected: 'a feed of at most 8 MiB',
      got: `${text.length} characters`,
    })
  }
  // Entities of a document's own are how a few bytes become gigabytes. No feed needs them.
  if (/<!ENTITY/i.test(text)) {
    throw new ValidationError({
      provider,
      path: '',
      expected: 'a feed',
      got: 'a document that declares entities',
    })
  }
  // `rises <5%` is text that nobody escaped, and would swallow what follows.
  const escaped = joinSurrogates(closeSections(text).replace(/<(?![a-z_:!?/])/gi, '&lt;'))
  const document = parseMarkup(escaped, provider)
  const root = elements(document.children).find(({ name }) =>
    /^(?:rss|feed|(?:rdf:)?rdf|channel)$/i.test(name),
  )
  if (!root) {
    const got = /<html[\s>]/i.test(text.slice(0, 2_000)) ? 'a page of HTML' : 'no feed element'
    throw new ValidationError({ provider, path: '', expected: 'RSS, RDF or Atom', got })
  }
  const channel = child(root, 'channel') ?? root
  const outer = within(root, [linkOf(channel, []), address])
  const bases = channel === root ? outer : within(channel, outer)
  const entries = [...all(root, /^(?:item|entry)$/i)].map((entry) => readEntry(entry, bases))
  return {
    title: contentOf(channel, 'title'),
    language: contentOf(channel, 'language', 'dc:language') || root.attribs['xml:lang'] || '',
    time: readDate(contentOf(channel, 'lastBuildDate', 'pubDate', 'updated', 'dc:date')),
    entries,
  }
}

function readEntry(entry: Element, bases: readonly string[]): FeedEntry {
  const date = contentOf(
    entry,
    'pubDate',
    'published',
    'dc:date',
    'updated',
    'date',
    'issued',
    'dcterms:created',
  )
  const own = within(entry, bases)
  const summary = contentOf(
    entry,
    'description',
    'summary',
    'content:encoded',
    'content',
    'media:description',
  )
  return {
    // RSS allows an entry that has but a description.
    title: contentOf(entry, 'title', 'media:title') || summary,
    url: contentOf(entry, 'feedburner:origLink') || linkOf(entry, own),
    time: readDate(date),
    summary,
    author: authorOf(entry),
    imageUrl: absolute(imageOf(entry), own),
  }
}

/** `desk@example.com (A. Writer)` is A. Writer, and so is an Atom author with an address below the name. */
function authorOf(entry: Element): string {
  const author = child(entry, 'author')
  const name = (author && contentOf(author, 'name')) || contentOf(entry, 'dc:creator', 'author', 'creator')
  return name.replace(/^[^\s@]+@[^\s@]+\s+\((.*)\)$/, '$1')
}

function linkOf(entry: Element, bases: readonly string[]): string {
  const links = elements(entry.children).filter(({ name }) => /^(?:atom:)?link$/i.test(name))
  // The name of a relation may be written as its address.
  const alternate = links.find(
    ({ attribs }) => attribs.href && /^(?:.*\/)?alternate$/i.test(attribs.rel ?? 'alternate'),
  )
  // `<link/>https://…`: the address stands behind the element that should hold it.
  const behind = links.map(({ next }) => (next && isText(next) ? next.data : ''))
  const written = [...links.map(textOf), ...behind].find((text) => text.trim() !== '')
  if (alternate?.attribs.href) return absolute(alternate.attribs.href, within(alternate, bases))
  const link = written ?? entry.attribs['rdf:about']
  if (link) return absolute(link, bases)
  const permalink = child(entry, 'guid') ?? child(entry, 'id')
  return permalink && permalink.attribs.isPermaLink !== 'false' ? textOf(permalink).trim() : ''
}

/** A link as an address of its own. Many feeds escape its ampersands twice. */
function absolute(link: string, bases: readonly string[]): string {
  const written = decodeEntities(link.trim()).replace(/^www\./i, 'https://www.')
  if (written === '' || parseUrl(written)) return written
  const base = bases.find((candidate) => parseUrl(candidate))
  return (base && parseUrl(written, base)?.href) || written
}

/** Addresses to read relative links within an element against, the nearest first. */
function within({ attribs }: Element, bases: readonly string[]): string[] {
  const base = attribs['xml:base']
  return base ? [absolute(base, bases), ...bases] : [...bases]
}

/** Some write an emoji as two references to the halves of a surrogate pair, each of which is no character. */
function joinSurrogates(text: string): string {
  return text.replace(/&#(5[56]\d{3});&#(5[67]\d{3});/g, (written, high: string, low: string) => {
    const pair = String.fromCharCode(Number(high), Number(low))
    return /^\p{Surrogate}/u.test(pair) ? written : pair
  })
}

function imageOf(entry: Element): string {
  for (const { name, attribs } of elements(entry.children)) {
    const isImage =
      name === 'media:thumbnail' || /^image\//.test(attribs.type ?? '') || attribs.medium === 'image'
    if (isImage && attribs.url) return attribs.url
  }
  return ''
}

function elements(nodes: readonly ChildNode[]): Element[] {
  return nodes.filter((node): node is Element => isTag(node))
}

function child(parent: Element, name: string): Element | undefined {
  return elements(parent.children).find((element) => element.name.toLowerCase() === name.toLowerCase())
}

/** Text of the first child of one of these names that has any. */
function contentOf(parent: Element, ...names: readonly string[]): string {
  for (const name of names) {
    const element = child(parent, name)
    const text = element ? textOf(element).trim() : ''
    if (text !== '') return text
  }
  return ''
}

/**
 * All text below that a reader would see, a blank for each tag; without recursion, as depth is the sender's choice.
 */
function textOf(element: Element): string {
  let text = ''
  const stack: ChildNode[] = [element]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isText(node)) text += node.data
    if (isTag(node) && node !== element) text += ' '
    if ('children' in node && !(isTag(node) && /^(?:script|style)$/i.test(node.name)))
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as ChildNode)
  }
  return text
}

/** Elements of a name, in order, however deep; not those inside one that was found. */
function* all(parent: Element, name: RegExp): Generator<Element> {
  const stack: ChildNode[] = [...parent.children].reverse()
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isTag(node)) continue
    if (name.test(node.name)) yield node
    // No spread into `push`: a feed may have more elements than a call may have arguments.
    else for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as ChildNode)
  }
}
