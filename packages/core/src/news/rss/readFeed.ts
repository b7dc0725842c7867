import { type ChildNode, type Element, isTag, isText } from 'domhandler'
import { parseDocument } from 'htmlparser2'
import { ValidationError } from '../../errors/index.ts'

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

export type Feed = { title: string; language: string; entries: FeedEntry[] }

/** Feeds are some kilobytes; what is larger is not a feed. */
const longestFeed = 8 * 2 ** 20

/**
 * Reads RSS 0.9x to 2.0, RSS 1.0 (RDF) and Atom, tolerant of what feeds in the wild get wrong: unescaped `&`, tags left
 * open, HTML entities, a missing `<channel>`, dates in several formats.
 *
 * @throws {ValidationError} it is no feed, it is too large, or it declares entities of its own
 */
export function readFeed(text: string, provider: string): Feed {
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
  const document = parseDocument(text, { xmlMode: true, recognizeCDATA: true })
  const root = elements(document.children).find(({ name }) => /^(?:rss|feed|rdf:rdf|channel)$/i.test(name))
  if (!root) {
    const got = /<html[\s>]/i.test(text.slice(0, 2_000)) ? 'a page of HTML' : 'no feed element'
    throw new ValidationError({ provider, path: '', expected: 'RSS, RDF or Atom', got })
  }
  const channel = child(root, 'channel') ?? root
  const entries = [...all(root, /^(?:item|entry)$/i)].map(readEntry)
  return {
    title: contentOf(channel, 'title'),
    language: contentOf(channel, 'language') || root.attribs['xml:lang'] || '',
    entries,
  }
}

function readEntry(entry: Element): FeedEntry {
  const date = contentOf(entry, 'pubDate', 'published', 'dc:date', 'updated', 'date', 'issued')
  return {
    title: contentOf(entry, 'title'),
    url: linkOf(entry),
    time: readDate(date),
    summary: contentOf(entry, 'description', 'summary', 'content:encoded', 'content'),
    author: contentOf(entry, 'dc:creator', 'author', 'creator').replace(/^\S+@\S+ \((.*)\)$/, '$1'),
    imageUrl: imageOf(entry),
  }
}

function linkOf(entry: Element): string {
  const links = elements(entry.children).filter(({ name }) => /^(?:link|atom:link)$/i.test(name))
  const alternate = links.find(({ attribs }) => attribs.href && (attribs.rel ?? 'alternate') === 'alternate')
  const written = links.map(textOf).find((text) => text.trim() !== '')
  const permalink = child(entry, 'guid')
  const guid = permalink && permalink.attribs.isPermaLink !== 'false' ? textOf(permalink) : ''
  return (alternate?.attribs.href ?? written ?? entry.attribs['rdf:about'] ?? guid).trim()
}

function imageOf(entry: Element): string {
  for (const { name, attribs } of elements(entry.children)) {
    const isImage =
      name === 'media:thumbnail' || /^image\//.test(attribs.type ?? '') || attribs.medium === 'image'
    if (isImage && attribs.url) return attribs.url
  }
  return ''
}

const zones: Readonly<Record<string, string>> = {
  EST: '-0500',
  EDT: '-0400',
  CST: '-0600',
  CDT: '-0500',
  MST: '-0700',
  MDT: '-0600',
  PST: '-0800',
  PDT: '-0700',
  BST: '+0100',
  CET: '+0100',
  CEST: '+0200',
  JST: '+0900',
  UT: 'GMT',
  Z: 'GMT',
}

/** RFC 822 and ISO 8601 times; a time without a zone is UTC. */
function readDate(text: string): number | undefined {
  const trimmed = text.trim().replace(/\b([A-Z]{1,4})$/, (zone) => zones[zone] ?? zone)
  const isIso = /^\d{4}-\d\d-\d\d/.test(trimmed)
  const zoned = /(?:Z|GMT|UTC|[+-]\d\d:?\d\d)$/.test(trimmed)
    ? trimmed
    : isIso
      ? trimmed.length > 10
        ? `${trimmed}Z`
        : trimmed
      : `${trimmed} GMT`
  const time = Date.parse(zoned)
  return Number.isNaN(time) ? undefined : time
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

/** All text below, without recursion: depth is the sender's choice. */
function textOf(element: Element): string {
  let text = ''
  const stack: ChildNode[] = [element]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isText(node)) text += node.data
    else if ('children' in node)
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as ChildNode)
  }
  return text
}

/** Elements of a name, in order, however deep; not those inside one that was found. */
function* all(parent: Element, name: RegExp): Generator<Element> {
  const stack: Element[] = elements(parent.children).reverse()
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (name.test(element.name)) yield element
    else stack.push(...elements(element.children).reverse())
  }
}
