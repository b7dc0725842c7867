/** Feeds a streaming indicator bar by bar and keeps what it says. */
export function each(length, next) {
  const out = new Array(length)
  for (let bar = 0; bar < length; bar++) out[bar] = next(bar)
  return out
}
