import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromRoot } from './lib/paths.mjs'

/** Prints the one line `N passed, N failed, N skipped`, summed over the reports of the last test run. */
const folder = fromRoot('reports')
const reports = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))

const files = reports.flatMap(({ testResults }) => testResults)
const tests = files.flatMap(({ assertionResults }) => assertionResults)
const withStatus = (...statuses) => tests.filter(({ status }) => statuses.includes(status)).length

const passed = withStatus('passed')
// A file that does not load has no tests to count, and is a failure all the same.
const failed =
  withStatus('failed') +
  files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length

console.log(`${passed} passed, ${failed} failed, ${tests.length - passed - withStatus('failed')} skipped`)
if (failed > 0 || passed === 0) process.exitCode = 1
