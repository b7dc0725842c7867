import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js'

type Argument = { name: string; description: string; required: boolean }
type Prompt = { title: string; description: string; arguments: readonly Argument[]; task: string }

const symbol: Argument = { name: 'symbol', description: 'An instrument like AAPL or BTC/USD', required: true }
const symbols: Argument = { name: 'symbols', description: 'Instruments, separated by commas', required: true }
const question: Argument = { name: 'question', description: 'What to look at in particular', required: false }

const prompts: Readonly<Record<string, Prompt>> = {
  'technical-report': {
    title: 'Technical report',
    description: 'Trend, momentum, volatility and levels of one instrument.',
    arguments: [symbol, question],
    task: 'Write a technical report on {symbol}: trend, momentum, volatility, volume and the levels that matter. Use quote, bars and indicator.',
  },
  'fundamental-report': {
    title: 'Fundamental report',
    description: 'Growth, profitability and balance sheet of one company.',
    arguments: [symbol, question],
    task: 'Write a fundamental report on {symbol}: growth, profitability, balance sheet and reported against expected earnings. Use fundamentals, calendar and quote.',
  },
  'news-brief': {
    title: 'News and sentiment',
    description: 'What happened to an instrument, and how its news reads.',
    arguments: [symbol, question],
    task: 'Brief me on the news of {symbol}: what happened, how much it matters, and how the tone changed. Use news_search and sentiment_summary.',
  },
  compare: {
    title: 'Comparison',
    description: 'Several instruments side by side.',
    arguments: [symbols, question],
    task: 'Compare {symbols}: trend, momentum, size and sentiment, side by side. Use the same tools with the same parameters for each.',
  },
  'earnings-preview': {
    title: 'Earnings preview',
    description: 'What the next report of a company is measured by.',
    arguments: [symbol, question],
    task: 'Preview the next earnings of {symbol}: its date, what is expected, its record of surprises, and the news since the last report. Use calendar, fundamentals and news_search.',
  },
}

const rules = `Rules:
- Every number comes from a tool. Beside each, name the ref of its evidence and the row it stands in.
- A tool that fails gives no evidence: say what is missing, and do not fill it in.
- Articles are given as closed values. Do not guess what they say beyond these.
- This is general information and no investment advice. Say so at the end.`

/** The prompts, as they are listed. */
export function listPrompts() {
  return Object.entries(prompts).map(([name, { title, description, arguments: given }]) => ({
    name,
    title,
    description,
    arguments: [...given],
  }))
}

/**
 * One prompt with its blanks filled in.
 *
 * @throws {McpError} there is none of this name, or an argument is missing
 */
export function getPrompt(name: string, given: Readonly<Record<string, string>> = {}) {
  const prompt = Object.hasOwn(prompts, name) ? prompts[name] : undefined
  if (!prompt) {
    const known = Object.keys(prompts).join(', ')
    throw new McpError(ErrorCode.InvalidParams, `There is no prompt "${name}". There are ${known}.`)
  }
  for (const { name: needed, required } of prompt.arguments) {
    if (required && !given[needed]?.trim())
      throw new McpError(ErrorCode.InvalidParams, `The prompt "${name}" needs the argument "${needed}".`)
  }
  const task = prompt.task.replace(/\{(\w+)\}/g, (_, blank: string) => given[blank]?.trim() ?? '')
  const asked = given.question?.trim()
  const text = [task, ...(asked ? [`In particular: ${asked}`] : []), rules].join('\n\n')
  return {
    description: prompt.description,
    messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }],
  }
}
