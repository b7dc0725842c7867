/** A model of the catalogue, as `GET /v1/models/:id` tells it. */
export type FakeModel = {
  id: string
  line: string | null
  lifecycle: 'active' | 'deprecated' | 'retired'
  /** RFC 3339 */
  retires_at?: string | null | undefined
  max_tokens?: number | undefined
}

/** A small catalogue, newest first: two models of each lifecycle stage that a caller must tell apart. */
export const defaultModels: readonly FakeModel[] = [
  { id: 'claude-haiku-5-5', line: 'haiku', lifecycle: 'active' },
  { id: 'claude-sonnet-5-5', line: 'sonnet', lifecycle: 'active' },
  { id: 'claude-opus-5-5', line: 'opus', lifecycle: 'active' },
  { id: 'claude-sonnet-4-5', line: 'sonnet', lifecycle: 'deprecated', retires_at: '2026-11-30T00:00:00Z' },
  { id: 'claude-opus-4-1', line: 'opus', lifecycle: 'retired', retires_at: '2026-08-05T00:00:00Z' },
  {
    id: 'claude-3-sonnet-20240229',
    line: 'sonnet',
    lifecycle: 'retired',
    retires_at: '2025-07-21T00:00:00Z',
  },
]

/** A catalogue entry with every field that the API sends. */
export function wireModel({ id, line, lifecycle, retires_at = null, max_tokens = 64_000 }: FakeModel) {
  const supported = { supported: true }
  return {
    id,
    type: 'model',
    display_name: id,
    line,
    lifecycle,
    created_at: '2026-01-01T00:00:00Z',
    deprecated_at: lifecycle === 'active' ? null : '2026-06-01T00:00:00Z',
    retires_at,
    max_input_tokens: 200_000,
    max_tokens,
    capabilities: { batch: supported, structured_outputs: supported },
  }
}

/** The part of the catalogue that a list shows: without `lifecycle` in its query, what is not retired. */
export function listedModels(models: readonly FakeModel[], query: URLSearchParams): FakeModel[] {
  const wanted = [...query].flatMap(([name, value]) => (/^lifecycle(\[\])?$/.test(name) ? [value] : []))
  const stages = wanted.length > 0 ? wanted : ['active', 'deprecated']
  return models.filter(({ lifecycle }) => stages.includes(lifecycle))
}
