import { Deployment } from 'kubernetes-models/apps/v1/Deployment'
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler'
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress'
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy'
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget'
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap'
import { Service } from 'kubernetes-models/v1/Service'
import { ServiceAccount } from 'kubernetes-models/v1/ServiceAccount'
import { at } from './files.ts'

const models = [
  ConfigMap,
  Deployment,
  HorizontalPodAutoscaler,
  Ingress,
  NetworkPolicy,
  PodDisruptionBudget,
  Service,
  ServiceAccount,
]

/** Thrown by the model where something is missing or of the wrong type. */
export function validateResource(resource: unknown): void {
  modelOf(resource).validate()
}

/**
 * The fields of a resource that its model does not know. The models ignore those, as the cluster may not: so it is watched which fields
 * they look at, and what nobody has looked at is nobody's.
 */
export function unknownFields(resource: unknown): string[] {
  const seen = new Set<string>()
  const watched = watch(resource, '', seen)
  try {
    modelOf(watched).validate()
  } catch {
    // A patch says a part only. What it says has been looked at all the same.
  }
  return fieldsOf(resource, '').filter((path) => !seen.has(path))
}

function modelOf(resource: unknown) {
  const [apiVersion, kind] = [at(resource, 'apiVersion'), at(resource, 'kind')]
  const Model = models.find((model) => model.apiVersion === apiVersion && model.kind === kind)
  if (!Model) throw new Error(`There is no model of ${String(apiVersion)} ${String(kind)}.`)
  const model = Object.create(Model.prototype)
  return Object.assign(model, resource)
}

function watch(value: unknown, path: string, seen: Set<string>): unknown {
  if (typeof value !== 'object' || value === null) return value
  return new Proxy(value, {
    get(target, name) {
      const inner: unknown = Reflect.get(target, name)
      if (typeof name !== 'string' || !Object.hasOwn(target, name)) return inner
      seen.add(`${path}/${name}`)
      return watch(inner, `${path}/${name}`, seen)
    },
  })
}

function fieldsOf(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [
    `${path}/${name}`,
    ...fieldsOf(inner, `${path}/${name}`),
  ])
}
