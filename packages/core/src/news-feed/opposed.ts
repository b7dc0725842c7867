const rises =
  /^(?:rises?|rising|rose|gains?|jumps?|soars?|surges?|climbs?|rall(?:y|ies)|up|higher|beats?|raises?|hikes?|upgrade[sd]?)$/
const falls =
  /^(?:falls?|falling|fell|loses?|drops?|slides?|sinks?|plunges?|tumbles?|slumps?|down|lower|miss(?:es)?|cuts?|downgrade[sd]?)$/

/**
 * Whether two headlines turn opposite ways where they differ: `Shares rise after results` is no copy of `Shares fall
 * after results`, however many words they share. Each is given as its pairs of neighbouring words.
 */
export function opposed(pairs: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return turnOf(pairs, others) * turnOf(others, pairs) < 0
}

/** Above 0 where what only this headline has goes up, below 0 where it goes down. */
function turnOf(pairs: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const own = [...pairs].filter((pair) => !others.has(pair)).flatMap((pair) => pair.split(' '))
  return own.reduce((turn, word) => turn + Number(rises.test(word)) - Number(falls.test(word)), 0)
}
