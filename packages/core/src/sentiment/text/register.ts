import type { Token } from './token.ts'

/** A post shows by a cashtag or an emoji; "$TSLA - Tesla opens plant" is a wire headline with its ticker in front. */
export function isPost(tokens: readonly Token[]): boolean {
  let cashtags = 0
  for (const token of tokens) {
    if (token.kind === 'cashtag') cashtags++
    else if (token.kind === 'symbol' && token.text.charCodeAt(0) >= 0x2190) return true
  }
  const second = tokens[1]
  const wire =
    tokens[0]?.kind === 'cashtag' && second?.kind === 'stop' && (second.text === '-' || second.text === ':')
  return cashtags > 0 && !(wire && cashtags === 1)
}

/**
 * How much a finding says in this kind of text. A wire's headline tells one event, and a post is written to say one
 * thing. Running prose mentions things in passing, a Title in Capitals heads an article on anything, and a teaser with a
 * link names a topic to be clicked on.
 */
export function registerOf(tokens: readonly Token[], post: boolean): number {
  if (post) return 1.5
  if (tokens.some((token) => token.kind === 'link')) return 0.8
  if (endsWithFullStop(tokens)) return 0.95
  let capitals = 0
  for (const { kind, text, capital } of tokens)
    if (kind === 'word' && text.length > 3) capitals += capital ? 1 : -1
  return capitals > 1 ? 1.05 : 1.8
}

export function endsWithFullStop(tokens: readonly Token[]): boolean {
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index]
    // "..." is where a feed has cut a headline off.
    if (token?.kind === 'stop') return token.text === '.' && tokens[index - 1]?.text !== '.'
    if (token?.kind === 'word' || token?.kind === 'quantity' || token?.kind === 'name') return false
  }
  return false
}
