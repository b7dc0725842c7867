import type { NewsItem } from '../../market/index.ts'
import { cleanText } from '../../provider/news/cleanText.ts'

/** No headline needs more; what an article hides far behind is not read. */
const longestTitle = 300
const longestSummary = 1_500

/**
 * The text of an article that is read and quoted: one line of plain text, title first, without anything invisible, any
 * markup and any address. Letters in disguise (full width, mathematical) are made plain. Offsets of quotes are into it.
 */
export function articleText({ title, summary }: Pick<NewsItem, 'title' | 'summary'>): string {
  const head = plain(title, longestTitle)
  const body = plain(summary ?? '', longestSummary)
  if (body === '' || body === head) return head
  return `${head}${/[.!?…]$/.test(head) ? '' : '.'} ${body}`
}

function plain(input: string, maxLength: number): string {
  let text = input.slice(0, 20 * maxLength)
  // Making letters plain may uncover markup, and taking markup out may join what was apart.
  for (let round = 0; round < 4; round++) {
    const next = withoutLinks(cleanText(text.normalize('NFKC'), maxLength))
    if (next === text) break
    text = next
  }
  return text
}

const markdownImage = /!\[([^\]]{0,200})\]\([^)]{0,2000}\)?/g
const markdownLink = /\[([^\]]{0,200})\]\([^)]{0,2000}\)?/g
// Whatever the scheme is called, in whatever letters.
const address = /[^\s:]*:\/{1,3}\S*/g
// No word of English ends like these, so that they are found behind one, too.
const script = /(?:javascript|vbscript|mailto|magnet|ipfs|blob)\s*:\s*\S+/gi
const inlineData = /data\s*:\s*[\w.+-]+\/\S*/gi
// Without slashes, too: browsers add them.
const bareScheme = /(?:https?:|(?:tel|sms):\+?\d|\b(?:about|file):\w)\S*/gi
// Browsers take a full stop of East Asia for a dot.
const foreignDot = /(?<=[\w-])[。｡](?=[\w-])/g
const numericAddress = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\S*)?/g
const webAddress = /www\.\S+/gi
const mailAddress = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const domainWithPath = /\b(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?[/?#]\S*/gu
// What is left of an address is a name: Amazon.com is called Amazon.
const bareDomain =
  /\b((?:[\p{L}\p{N}-]+\.)+)(?:com|net|org|edu|gov|int|io|co|ru|cn|xyz|info|biz|app|dev|me|ai|top|site|online|link|click|shop|live|example|test|invalid|onion)\b/giu

function withoutLinks(text: string): string {
  return text
    .replace(foreignDot, '.')
    .replace(markdownImage, '$1')
    .replace(markdownLink, '$1')
    .replace(address, ' ')
    .replace(inlineData, ' ')
    .replace(script, ' ')
    .replace(bareScheme, ' ')
    .replace(numericAddress, ' ')
    .replace(webAddress, ' ')
    .replace(mailAddress, ' ')
    .replace(domainWithPath, ' ')
    .replace(bareDomain, (_, labels: string) => labels.replaceAll('.', ' ').trim())
    .replace(/[<>`{}[\]\\|]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}
