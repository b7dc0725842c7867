/** What people put before a headline that they pass on, and wires before a later version of it. */
const before =
  /^(?:\p{Extended_Pictographic}|\ufe0f|\s)*(?:(?:updated?|wrapup|correct(?:ed|ion)|refile|rpt|breaking(?: news)?|just in|exclusive)[\s\d]*[-:–]\s*|(?:rt )?@\w+:? )/iu
const link = /\s?https?:\/\/\S+/gi
/** Through whom a post was found: an account, which is never a part of what happened. */
const through = / via @[\p{L}\p{N}_]+$/iu
/** Through whom it was found, or whose story it was, as far as words can tell. */
const after = /(?: via [\p{L}\p{N}_]+|(?: \| |,? according to )[^|,]{1,40})$/iu
/** Words that stay when what is behind them goes: of "Transaction in own shares | Acme" all is needed. */
const fewest = 5

/**
 * A headline without what passing it on has added: `RT @desk: `, `Breaking: `, `UPDATE 2-`, a link, `via @wire`,
 * `, according to Gazette` and the publisher's own name behind a dash, as aggregators append it.
 *
 * @example
 * bareHeadline('RT @desk: Acme cuts dividend - Gazette https://t.co/x', 'Gazette') // 'Acme cuts dividend'
 */
export function bareHeadline(title: string, source: string): string {
  let bare = title.replace(link, '').trim().replace(through, '')
  for (let rest = bare.replace(before, ''); rest !== bare; rest = bare.replace(before, '')) bare = rest
  const publisher = [' - ', ' | ', ' – ', ' — '].find((dash) => bare.endsWith(dash + source))
  if (publisher) return bare.slice(0, -source.length - publisher.length)
  const rest = bare.replace(after, '')
  return rest.split(' ').length < fewest ? bare : rest
}
