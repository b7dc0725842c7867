import { formatMoment } from '@starkmatter/core/ai'
import type { Sentence } from './sentences.ts'

/** A page of sentences, each with the evidence it stands on. */
export type Page = {
  title: string
  asOf: string
  simulated: boolean
  sentences: readonly Sentence[]
  /** What could not be had, and why. */
  missing: readonly string[]
  /** How to go on, where something did not fit. */
  next?: string | undefined
}

const disclaimer =
  'Every figure is read from the evidence named beside it. General information, not investment advice.'

/** The page as Markdown. Nothing in it is a link, and nothing comes from an article. */
export function toMarkdown({ title, asOf, simulated, sentences, missing, next }: Page): string {
  const parts = [
    `# ${plain(title)}`,
    `As of ${formatMoment(asOf, 'en')}.${simulated ? ' **Simulated data.**' : ''}`,
    sentences.map(({ text, refs }) => `- ${plain(text)} [${refs.join(', ')}]`).join('\n'),
    ...(missing.length > 0 ? [`Not to be had:\n${missing.map((one) => `- ${plain(one)}`).join('\n')}`] : []),
    ...(next === undefined ? [] : [plain(next)]),
    `_${disclaimer}_`,
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

/** Names come from vendors: what has a meaning in Markdown is taken out. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, ' ').replace(/[\\`*_<>[\]()#|!~]/g, '')
}
