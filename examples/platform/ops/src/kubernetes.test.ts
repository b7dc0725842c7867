import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { longestEndMs } from '../../api/src/close-app.ts'
import { variableNames } from '../../api/src/config.ts'
import { at, findProgram, listAt, opsFolder, readText, readYaml, yamlFilesIn } from './files.ts'
import { unknownFields, validateResource } from './resources.ts'

const base = yamlFilesIn('kubernetes/base').flatMap(readYaml)
const patches = ['production', 'vault']
  .flatMap((name) => yamlFilesIn(`kubernetes/overlays/${name}`))
  .flatMap(readYaml)

const ofKind = (kind: string) => {
  const found = base.find((resource) => at(resource, 'kind') === kind)
  if (!found) throw new Error(`There is no ${kind}.`)
  return found
}
const deployment = ofKind('Deployment')
const pod = at(deployment, 'spec', 'template', 'spec')
const [container] = listAt(pod, 'containers')
const kindOf = (resource: unknown) => String(at(resource, 'kind'))

describe.each(base.map((resource) => [kindOf(resource), resource]))('%s', (_, resource) => {
  test('is what Kubernetes takes, without a field that it does not know', () => {
    expect(() => validateResource(resource)).not.toThrow()
    expect(unknownFields(resource)).toEqual([])
  })
})

test.each(patches.map((patch) => [kindOf(patch), patch]))(
  'the patch of %s names fields that there are',
  (_, patch) => {
    expect(unknownFields(patch)).toEqual([])
  },
)

test('a field that does not exist, and a value of the wrong type, are found', () => {
  const wrong = { ...Object(ofKind('Service')), spec: { selector: {}, prots: [] } }
  expect(unknownFields(wrong)).toEqual(['/spec/prots'])
  expect(() => validateResource({ ...Object(ofKind('Service')), spec: { ports: 'http' } })).toThrow()
})

test('every file is part of a kustomization', () => {
  for (const folder of ['base', 'overlays/production', 'overlays/vault']) {
    const [kustomization] = readYaml(`kubernetes/${folder}/kustomization.yaml`)
    const patched = at(kustomization, 'patches')
    const named = [
      ...listAt(kustomization, 'resources'),
      ...(Array.isArray(patched) ? patched.map((patch) => at(patch, 'path')) : []),
    ]
    expect(named).toEqual(
      expect.arrayContaining(yamlFilesIn(`kubernetes/${folder}`).map((path) => path.split('/').at(-1))),
    )
  }
})

test('ports agree, from the image to the probes, the service, the policy and the annotations', () => {
  const variables = new Map(listAt(container, 'env').map((entry) => [at(entry, 'name'), at(entry, 'value')]))
  const ports = new Map(
    listAt(container, 'ports').map((port) => [at(port, 'name'), at(port, 'containerPort')]),
  )
  expect(ports.get('http')).toBe(Number(variables.get('PORT')))
  expect(ports.get('metrics')).toBe(Number(variables.get('METRICS_PORT')))
  expect(at(deployment, 'spec', 'template', 'metadata', 'annotations', 'prometheus.io/port')).toBe(
    variables.get('METRICS_PORT'),
  )
  expect(readText('Dockerfile')).toContain(`EXPOSE ${ports.get('http')} ${ports.get('metrics')}\n`)
  for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe'])
    expect(ports.has(at(container, probe, 'httpGet', 'port'))).toBe(true)
  expect(ports.has(at(ofKind('Service'), 'spec', 'ports', 0, 'targetPort'))).toBe(true)
  for (const rule of listAt(ofKind('NetworkPolicy'), 'spec', 'ingress'))
    for (const port of listAt(rule, 'ports')) expect(ports.has(at(port, 'port'))).toBe(true)
})

test('a pod has the time that the platform takes to end, after the time that proxies take to hear of it', () => {
  const [, pause] = listAt(container, 'lifecycle', 'preStop', 'exec', 'command')
  const grace = Number(at(pod, 'terminationGracePeriodSeconds'))
  expect(grace).toBeGreaterThan(Number(pause) + longestEndMs / 1_000)
})

test('a pod has no rights that it does not use', () => {
  expect(pod).toMatchObject({ automountServiceAccountToken: false, securityContext: { runAsNonRoot: true } })
  expect(container).toMatchObject({
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
  })
})

test('each variable is one that the platform reads', () => {
  const containers = [
    container,
    ...patches.flatMap((patch) => at(patch, 'spec', 'template', 'spec', 'containers') ?? []),
  ]
  const names = containers.flatMap((each) => listAt(each, 'env').map((entry) => at(entry, 'name')))
  const [kustomization] = readYaml('kubernetes/base/kustomization.yaml')
  const literals = listAt(kustomization, 'configMapGenerator', 0, 'literals').map(
    (line) => String(line).split('=')[0],
  )
  expect(names.length).toBeGreaterThan(4)
  expect(variableNames).toEqual(expect.arrayContaining([...names, ...literals]))
})

const kubectl = findProgram('kubectl')

test.for(['production', 'vault'])(
  'the overlay %s comes together to what Kubernetes takes',
  (name, { skip }) => {
    skip(!kubectl, 'kubectl is not installed: the overlays are looked at piece by piece')
    const folder = join(opsFolder, 'kubernetes/overlays', name)
    const text = execFileSync(kubectl ?? '', ['kustomize', folder], { encoding: 'utf8' })
    const resources = parseAllDocuments(text).map((document): unknown => document.toJS())
    expect(resources.length).toBe(base.length + 1)
    for (const resource of resources) {
      expect(() => validateResource(resource)).not.toThrow()
      expect(unknownFields(resource)).toEqual([])
      expect(at(resource, 'metadata', 'namespace')).toBe('starkmatter')
    }
  },
)
