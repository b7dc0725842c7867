/**
 * Which part may import which. Imports point one way:
 * core ← react, charts, server, mcp ← components ← examples, and inside core
 * errors, market ← provider ← providers; http, stream ← client ← actions.
 */
const core = (...folders) => `^packages/core/src/(${folders.join('|')})/`
const packages = (...names) => `^packages/(${names.join('|')})/src/`
const test = '\\.(test|test-d|browser\\.test|stories)\\.tsx?$'
const testing = `${test}|^packages/core/src/testing/`

const never = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { pathNot: testing, ...from },
  to,
})

/** Everything in core except the named folders. */
const coreBut = (...folders) => ({ path: '^packages/core/src/', pathNot: core(...folders) })

export default {
  forbidden: [
    never(
      'no-circular',
      'Parts that need each other are one part, or miss a third.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    never(
      'core-alone',
      'Core knows no other package.',
      { path: packages('core') },
      { path: '^(packages/(?!core/)|examples/)' },
    ),
    never(
      'react-on-core',
      'Hooks stand on core.',
      { path: packages('react') },
      { path: '^(packages/(?!core/|react/)|examples/)' },
    ),
    never(
      'charts-on-core',
      'Charts get props and fetch nothing.',
      { path: packages('charts') },
      { path: '^(packages/(?!core/|charts/)|examples/)' },
    ),
    never(
      'server-on-core',
      'The gateway has no user interface.',
      { path: packages('server') },
      { path: '^(packages/(?!core/|server/)|examples/)' },
    ),
    never(
      'mcp-on-core',
      'The tools stand on core.',
      { path: packages('mcp') },
      { path: '^(packages/(?!core/|mcp/)|examples/)' },
    ),
    never(
      'components-no-server',
      'Components run in a browser.',
      { path: packages('components') },
      { path: '^(packages/(server|mcp)/|examples/)' },
    ),
    never('errors-first', 'Errors import nothing.', { path: core('errors') }, coreBut('errors')),
    never(
      'market-second',
      'Domain types import errors only.',
      { path: core('market') },
      coreBut('errors', 'market'),
    ),
    never(
      'provider-contract',
      'The contract does not know who fulfils or uses it.',
      { path: core('provider') },
      coreBut('errors', 'market', 'provider'),
    ),
    never(
      'providers-pure',
      'A provider does no I/O: core fetches for it.',
      { path: core('providers', 'news') },
      { path: core('http', 'stream', 'client', 'actions', 'ai') },
    ),
    never(
      'engines-below-client',
      'HTTP and streams serve the client.',
      { path: core('http', 'stream') },
      { path: core('client', 'actions', 'providers', 'news') },
    ),
    never(
      'actions-name-no-provider',
      'Capabilities decide who answers.',
      { path: core('actions', 'client') },
      { path: core('providers', 'news') },
    ),
    never(
      'indicators-alone',
      'Indicators are maths on columns.',
      { path: core('indicators') },
      coreBut('errors', 'indicators'),
    ),
    never(
      'anthropic-sdk-in-one-place',
      'Only one adapter knows the model SDK.',
      { path: '^(packages|examples)/', pathNot: `${core('ai/anthropic')}|${test}` },
      { path: '@anthropic-ai/sdk' },
    ),
    {
      name: 'fakes-need-no-runner',
      comment: 'Whoever tests with another runner than Vitest has the fakes, too.',
      severity: 'error',
      from: { path: '^packages/core/src/testing/fakes\\.ts$' },
      to: { path: 'node_modules/@?vitest', reachable: true },
    },
    never('tests-stay-out', 'Code that ships does not import tests.', { path: '^packages/' }, { path: test }),
    {
      name: 'unresolved',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // What benchmarks compare with is installed when they run.
    exclude: { path: '(^|/)dist/|^bench/(stream-)?peers/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@starkmatter/source', 'import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
