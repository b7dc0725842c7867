import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { parser } from '@prometheus-io/lezer-promql'
import { createClient } from '@starkmatter/core'
import { synthetic } from '@starkmatter/core/providers/synthetic'
import { countUpstream, createGateway } from '@starkmatter/server'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { readConfig } from '../../api/src/config.ts'
import { openPlatformLog } from '../../api/src/log.ts'
import { openRegistry } from '../../api/src/metrics.ts'
import { at, findProgram, listAt, opsFolder, readText, readYaml } from './files.ts'

const [alerts] = readYaml('prometheus/alerts.yml')
const rules = listAt(alerts, 'groups').flatMap((group) => listAt(group, 'rules'))
const dashboard: unknown = JSON.parse(readText('grafana/dashboards/starkmatter.json'))
const panels = listAt(dashboard, 'panels')

const expressions = [
  ...rules.map((rule) => [String(at(rule, 'alert')), String(at(rule, 'expr'))]),
  ...panels.flatMap((panel) =>
    // Grafana fills these in before Prometheus reads the text.
    listAt(panel, 'targets').map((target) => [
      String(at(panel, 'title')),
      String(at(target, 'expr')).replaceAll('$__rate_interval', '5m').replaceAll('$job', 'starkmatter'),
    ]),
  ),
] as const

/** Names of figures and of their labels, as a gateway that has answered serves them. */
async function servedFigures() {
  const config = readConfig({}, [])
  const registry = openRegistry(config, openPlatformLog({ ...config, LOG_LEVEL: 'silent' }))
  const app = fastify()
  const client = createClient({ providers: [synthetic()], logger: countUpstream(registry) })
  await app.register(createGateway({ client, metrics: registry }))
  await app.inject('/v1/bars?symbol=AAPL&interval=1d&limit=3')
  const { body } = await app.inject('/metrics')
  await app.close()
  client.close()
  const names = [...body.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name = '', type]) =>
    type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
  )
  return new Set([...names, 'up'])
}

/** Words of an expression at the nodes of one kind; a part that is no PromQL throws. */
function wordsOf(expression: string, kind: string): string[] {
  const words: string[] = []
  parser.parse(expression).iterate({
    enter({ type, from, to }) {
      if (type.isError) throw new Error(`No PromQL at ${from}: ${expression}`)
      if (type.name === kind) words.push(expression.slice(from, to))
    },
  })
  return words
}

test('every figure of the dashboard and of the alerts is served by a running gateway', async () => {
  const served = await servedFigures()
  const asked = expressions.flatMap(([, expression = '']) => wordsOf(expression, 'Identifier'))
  expect(asked.length).toBeGreaterThan(20)
  expect([...new Set(asked)].filter((name) => !served.has(name))).toEqual([])
})

test.each(expressions)('%s: %s is PromQL', (_, expression = '') => {
  expect(wordsOf(expression, 'Identifier').length).toBeGreaterThan(0)
})

test('what is no PromQL is found', () => {
  expect(() => wordsOf('sum(rate(up[5m])', 'Identifier')).toThrow()
})

test('each alert says how bad it is, what it is and what to do', () => {
  for (const rule of rules) {
    expect(['page', 'ticket']).toContain(at(rule, 'labels', 'severity'))
    for (const text of ['summary', 'action']) expect(at(rule, 'annotations', text)).toMatch(/\S.*\.$/)
  }
  const names = rules.map((rule) => at(rule, 'alert'))
  expect(new Set(names).size).toBe(names.length)
})

test('the panels of the dashboard do not lie upon each other, and each says what it shows', () => {
  const places = panels.map((panel) => JSON.stringify([at(panel, 'gridPos', 'x'), at(panel, 'gridPos', 'y')]))
  expect(new Set(places).size).toBe(panels.length)
  for (const panel of panels) expect(at(panel, 'description')).toMatch(/\.$/)
})

const promtool = findProgram('promtool')

test('the alerts fire when they should, and only then', ({ skip }) => {
  skip(!promtool, 'promtool is not installed: the alerts are read, but not tried on series')
  const run = (...args: string[]) =>
    execFileSync(promtool ?? '', args, {
      cwd: join(opsFolder, 'prometheus'),
      encoding: 'utf8',
      stdio: 'pipe',
    })
  expect(run('check', 'config', 'prometheus.yml')).toContain('SUCCESS')
  expect(run('test', 'rules', 'alerts.test.yml')).toContain('SUCCESS')
})
