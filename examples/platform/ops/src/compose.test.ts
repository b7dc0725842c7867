import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { longestEndMs } from '../../api/src/close-app.ts'
import { variableNames } from '../../api/src/config.ts'
import { at, listAt, opsFolder, readText, readYaml } from './files.ts'

const [compose] = readYaml('compose.yaml')
const services = Object.entries(Object(at(compose, 'services')))
const platform = at(compose, 'services', 'platform')

test('each service has its image with a version, or is built', () => {
  for (const [, service] of services) {
    const image = at(service, 'image')
    if (image === undefined)
      expect(at(service, 'build', 'dockerfile')).toBe('examples/platform/ops/Dockerfile')
    else expect(image).toMatch(/^[\w./-]+:v?\d[\w.-]*$/)
  }
})

test('what it refers to is there: networks, volumes, secrets, services, files', () => {
  const names = (part: string) => Object.keys(Object(at(compose, part)))
  const script = readText('init-secrets.sh')
  for (const [, service] of services) {
    expect(names('networks')).toEqual(expect.arrayContaining(listAt(service, 'networks')))
    const secrets = at(service, 'secrets') ?? []
    expect(names('secrets')).toEqual(expect.arrayContaining(Array.isArray(secrets) ? secrets : [secrets]))
    const dependencies = at(service, 'depends_on') ?? []
    const needed = Array.isArray(dependencies) ? dependencies : Object.keys(Object(dependencies))
    expect(names('services')).toEqual(expect.arrayContaining(needed))
    const volumes = at(service, 'volumes') ?? []
    for (const volume of Array.isArray(volumes) ? volumes : []) {
      const [source = ''] = String(volume).split(':')
      if (source.startsWith('.')) expect(existsSync(join(opsFolder, source))).toBe(true)
      else expect(names('volumes')).toContain(source)
    }
  }
  for (const secret of names('secrets')) expect(script).toContain(`>secrets/${secret}\n`)
})

test('each variable of the platform is one that it reads', () => {
  const names = Object.keys(Object(at(platform, 'environment'))).map((name) => name.replace(/_FILE$/, ''))
  expect(names.length).toBeGreaterThan(1)
  expect(variableNames).toEqual(expect.arrayContaining(names))
})

test('it has the time that the platform takes to end, and no rights that it does not use', () => {
  expect(Number.parseInt(String(at(platform, 'stop_grace_period')), 10) * 1_000).toBeGreaterThan(longestEndMs)
  expect(platform).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
})

test('the proxy asks the port that the image listens on, and Prometheus the one of its figures', () => {
  const dockerfile = readText('Dockerfile')
  const port = /\bPORT=(\d+)/.exec(dockerfile)?.[1]
  const figures = /METRICS_PORT=(\d+)/.exec(dockerfile)?.[1]
  expect(readText('Caddyfile')).toContain(`dynamic a platform ${port} {`)
  const [prometheus] = readYaml('prometheus/prometheus.yml')
  expect(at(prometheus, 'scrape_configs', 0, 'dns_sd_configs', 0)).toMatchObject({
    names: ['platform'],
    port: Number(figures),
  })
})
