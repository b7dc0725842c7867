import { readFileSync } from 'node:fs'
import { entriesOf, publishedPackages } from '../lib/packages.mjs'
import { bundleSizes } from './bundle-size.mjs'
import { indicatorSizes } from './indicator-sizes.mjs'

const budgets = [
  ...JSON.parse(readFileSync(new URL('./budgets.json', import.meta.url), 'utf8')),
  // Every source of data alone, whichever there are.
  ...subpathsOf('core')
    .filter((subpath) => /^\.\/(providers|news)\//.test(subpath))
    .map((subpath) => ({
      name: subpath.slice(2),
      code: `export { ${factoryOf(subpath)} } from '@starkmatter/core${subpath.slice(1)}'`,
      start: { limitKb: 6 },
    })),
  // What one exchange adds to the first.
  ...['alwaysOpen', 'cme', 'fxWeek', 'xetr', 'xhkg', 'xlon', 'xnas', 'xnys', 'xtks'].map((exchange) => ({
    name: `calendars: ${exchange}`,
    code: `export { ${exchange} } from '@starkmatter/core/calendars'`,
    start: { limitKb: 2 },
  })),
]

function subpathsOf(name) {
  const { manifest } = publishedPackages().find((entry) => entry.name === name)
  return entriesOf(manifest).map(([subpath]) => subpath)
}

/** `./providers/alpha-vantage` → `alphaVantage`. */
function factoryOf(subpath) {
  return subpath
    .split('/')
    .at(-1)
    .replace(/-(.)/g, (_all, letter) => letter.toUpperCase())
}

/**
 * Bundlers disagree about what is unused (one keeps 90 kB of a library, the other 24): both must stay within budget.
 * `start` is what a page must have before the entry runs, `total` everything that it can ever load, in one file:
 * see docs/decisions/bundle-size.md.
 */
export async function checkSize() {
  const rows = [...(await Promise.all(budgets.map(measure))), ...(await indicatorSizes())]
  return {
    ok: rows.every(({ ok }) => ok),
    output: `${rows.map(({ line }) => line).join('\n')}\n`,
    verbose: true,
  }
}

async function measure({ name, code, start, total = {} }) {
  const sizes = await bundleSizes(code)
  const judge = (kind, { limitKb = Number.POSITIVE_INFINITY, goalKb }) => {
    const both = Object.entries(sizes).map(([bundler, size]) => [bundler, size[kind]])
    const text = both.map(([bundler, size]) => `${bundler} ${size.toFixed(2)}`).join(', ')
    const limit = Number.isFinite(limitKb) ? ` of ${limitKb}` : ''
    // A limit above its goal holds what was reached, until the goal is.
    const goal = goalKb ? `, goal ${goalKb}` : ''
    return { ok: both.every(([, size]) => size <= limitKb), text: `${kind} ${text}${limit}${goal}` }
  }
  const verdicts = [judge('start', start), judge('total', total)]
  const ok = verdicts.every((verdict) => verdict.ok)
  const line = `${ok ? 'ok  ' : 'OVER'} ${name}: ${verdicts.map(({ text }) => text).join('; ')} kB gzip`
  return { ok, line }
}
