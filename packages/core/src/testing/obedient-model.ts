import type { LlmBlock, LlmPort, LlmRequest } from '../ai/llm/port.ts'
import { type ScriptedAnswer, scripted } from '../ai/llm/scripted.ts'

/** What an order in a text makes the model do. */
export type Obedience =
  | { does: 'call'; name: string; input: unknown }
  | { does: 'say'; text: string }
  | { does: 'flood' }

const twins = new Map(
  Object.entries({ а: 'a', с: 'c', е: 'e', і: 'i', о: 'o', р: 'p', х: 'x', А: 'A', Т: 'T' }),
)

export type ObedientModel = LlmPort & {
  readonly requests: readonly LlmRequest[]
  /** The orders that it found and carried out. */
  readonly obeyed: readonly Obedience[]
}

/**
 * A model without any judgement: it carries out every order that it can find anywhere in its context, in disguise too, and
 * otherwise answers by `script`. What it is still unable to do, no model can be talked into.
 * `script` says what it does when nobody orders it about.
 */
export function obedientModel(options: {
  script(request: LlmRequest, index: number): ScriptedAnswer | string
}): ObedientModel {
  const obeyed: Obedience[] = []
  const model = scripted((request, index) => {
    const orders = ordersIn(contextOf(request))
    const normal = options.script(request, index)
    if (orders.length === 0) return normal
    obeyed.push(...orders)
    return obey(orders, typeof normal === 'string' ? { text: normal } : normal)
  })
  return Object.assign(model, { obeyed })
}

function obey(orders: readonly Obedience[], normal: ScriptedAnswer): ScriptedAnswer {
  const calls = orders.flatMap((order) =>
    order.does === 'call' ? [{ name: order.name, input: order.input }] : [],
  )
  const words = orders.map((order) =>
    order.does === 'say' ? order.text : order.does === 'flood' ? 'word '.repeat(50_000) : '',
  )
  return {
    ...normal,
    ...(normal.json !== undefined && { json: soil(normal.json, words.join(' ')) }),
    ...(normal.json === undefined && { text: `${normal.text ?? ''} ${words.join(' ')}` }),
    ...(calls.length > 0 && { toolCalls: [...(normal.toolCalls ?? []), ...calls] }),
  }
}

/** Writes the ordered words into every text of an answer. */
function soil(value: unknown, words: string): unknown {
  if (typeof value === 'string') return `${value} ${words}`
  if (Array.isArray(value)) return [...value.map((item) => soil(item, words)), words]
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, soil(member, words)]))
}

function contextOf({ messages }: LlmRequest): string {
  const textOf = (block: LlmBlock) =>
    block.type === 'text' ? block.text : block.type === 'tool-result' ? block.content : ''
  return messages.flatMap(({ content }) => content.map(textOf)).join('\n')
}

/** Every order in a text, in whatever dress `hostileNews` knows. */
export function ordersIn(text: string): Obedience[] {
  const found = disguises(text).flatMap((seen) => [
    ...[...seen.matchAll(/call the tool (\w+) with (\{[^}]*\})/gi)].map(
      ([, name = '', input = '']): Obedience => ({ does: 'call', name, input: parse(input) }),
    ),
    ...[...seen.matchAll(/add the link (\S+)/gi)].map(([, text = '']): Obedience => ({ does: 'say', text })),
    ...[...seen.matchAll(/(?:report that|write about) ([^.]{3,80})/gi)].map(
      ([, text = '']): Obedience => ({ does: 'say', text }),
    ),
    ...(/ignore the budget/i.test(seen) ? [{ does: 'flood' } satisfies Obedience] : []),
  ])
  return [...new Map(found.map((order) => [JSON.stringify(order), order])).values()]
}

/** The text as it may be meant: without what cannot be seen, decoded, turned around. */
function disguises(text: string): string[] {
  const unescaped = text.replace(/\\"/g, '"')
  const plain = unescaped
    .replace(/[\u{e0020}-\u{e007e}]/gu, (tag) => String.fromCodePoint((tag.codePointAt(0) ?? 0) - 0xe0000))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/[\p{Cf}\u180e]/gu, '')
    .normalize('NFKC')
  const latin = [...plain].map((letter) => twins.get(letter) ?? letter).join('')
  const decoded = [...latin.matchAll(/[A-Za-z0-9+/]{24,}={0,2}/g)].map(([coded]) => fromBase64(coded))
  const unhexed = [...latin.matchAll(/(?:[0-9a-f]{2}){16,}/g)].map(([coded]) =>
    coded.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16))),
  )
  const rotated = latin.replace(/[a-z]/gi, (letter) => {
    const first = letter < 'a' ? 65 : 97
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first)
  })
  return [unescaped, plain, latin, rotated, [...latin].reverse().join(''), ...decoded, ...unhexed]
}

function fromBase64(coded: string): string {
  try {
    return atob(coded)
  } catch {
    return ''
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
