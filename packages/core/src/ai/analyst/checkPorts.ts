import { BadRequestError } from '../../errors/index.ts'
import type { AnalystOptions } from './analystOptions.ts'

/** What an analyst calls of each part that it is given. */
const methods = {
  llm: ['check', 'complete', 'count', 'model', 'price', 'stream'],
  client: [],
  news: ['getNews'],
  sentiment: ['analyze'],
  cache: ['get', 'set'],
  journal: ['add'],
} as const

const needed = new Set(['llm', 'client'])

/**
 * Whether each part of an analyst is one, whatever its type says: what is found out while a run writes has been paid for.
 *
 * @throws {BadRequestError} a part is missing, or is something else
 */
export function checkPorts(options: AnalystOptions): void {
  for (const [parameter, names] of Object.entries(methods)) {
    const port: unknown = Reflect.get(options, parameter)
    if (port === undefined && !needed.has(parameter)) continue
    const missing = names.find((name) => typeof Reflect.get(Object(port), name) !== 'function')
    if (Object(port) !== port || missing)
      throw new BadRequestError(
        needed.has(parameter)
          ? `An analyst needs a language model and a client: createAnalyst({ llm, client }). "${parameter}" is none${missing ? ` without ${missing}()` : ''}.`
          : `"${parameter}" of an analyst is an object with ${names.map((name) => `${name}()`).join(' and ')}. Leave it out to go without.`,
        { parameter },
      )
  }
  const { tools } = options
  if (tools !== undefined && !Array.isArray(tools))
    throw new BadRequestError(
      '"tools" of an analyst is a list, such as analystTools. Leave it out for all.',
      {
        parameter: 'tools',
      },
    )
}
